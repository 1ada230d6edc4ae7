package dev.candor.telemetry.core.internal.consent;

/** What a written value says about consent, in the order in which they win inside a layer. */
public enum Meaning {
    /** A no. */
    NO,
    /** Something that cannot be understood, and so a no. */
    UNCLEAR,
    /** A yes that no longer counts: the notice has changed since. It is off until somebody answers again. */
    OUTDATED,
    /** A yes. */
    YES,
    /** Nothing: an empty value, or a yes where only a no counts. */
    NOTHING;

    /** Whether it forbids. */
    public boolean forbids() {
        return this == NO || this == UNCLEAR;
    }
}
