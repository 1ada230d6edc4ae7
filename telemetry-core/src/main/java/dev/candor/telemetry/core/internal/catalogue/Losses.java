package dev.candor.telemetry.core.internal.catalogue;

/** Counts what of a value is not sent. May be called by many threads. */
public interface Losses {

    /** Counts one, by a reason that people can read and that holds nothing of the value. */
    void count(String reason);

    /** Counts a value that is sent as {@code other}. */
    default void other(String attribute) {
        count("sent as other: ".concat(attribute));
    }

    /** Counts a value of which a part was cut, replaced or dropped. */
    default void part(String attribute) {
        count("sent in part: ".concat(attribute));
    }
}
