package dev.candor.telemetry.core.internal.consent;

import java.util.Locale;

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

    /** What a value says to a question that yes allows. */
    public static Meaning of(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "on", "y", "t" -> YES;
            case "0", "false", "no", "off", "n", "f" -> NO;
            case "" -> NOTHING;
            default -> UNCLEAR;
        };
    }

    /** The same for a question that yes forbids, such as {@code DO_NOT_TRACK}. */
    Meaning reversed() {
        return this == YES ? NO : this == NO ? YES : this;
    }
}
