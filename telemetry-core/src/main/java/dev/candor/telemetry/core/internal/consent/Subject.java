package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import java.util.Set;
import java.util.TreeSet;

/** What is decided upon: a purpose, or the copy of errors that goes to whoever runs the tool. */
@SuppressWarnings("EnumOrdinal") // asked before every event; a test holds the two orders together
public enum Subject {
    USAGE(Purpose.USAGE, Audience.MAINTAINER),
    ERRORS(Purpose.ERRORS, Audience.MAINTAINER),
    TRACES(Purpose.TRACES, Audience.OWNER),
    METRICS(Purpose.METRICS, Audience.OWNER),
    LOGS(Purpose.LOGS, Audience.OWNER),
    /** Errors at a destination that the tool's user named: governed by the owner's switches, not by DO_NOT_TRACK. */
    OWNER_ERRORS(Purpose.ERRORS, Audience.OWNER);

    private static final Subject[] ALL = values();

    private final Purpose purpose;
    private final Audience audience;
    private final int bit = 1 << ordinal();

    Subject(Purpose purpose, Audience audience) {
        this.purpose = purpose;
        this.audience = audience;
    }

    /** Its purpose. */
    public Purpose purpose() {
        return purpose;
    }

    /** Whose data it is. */
    public Audience audience() {
        return audience;
    }

    /** The subject of a purpose for its own audience. */
    public static Subject of(Purpose purpose) {
        return ALL[purpose.ordinal()];
    }

    /** The subject of a route. */
    public static Subject of(Purpose purpose, Audience audience) {
        return purpose == Purpose.ERRORS && audience == Audience.OWNER ? OWNER_ERRORS : of(purpose);
    }

    /** All that belong to an audience. */
    public static Set<Subject> of(Audience audience) {
        Set<Subject> all = new TreeSet<>();
        for (Subject each : ALL) {
            if (each.audience == audience) {
                all.add(each);
            }
        }
        return all;
    }

    int bit() {
        return bit;
    }
}
