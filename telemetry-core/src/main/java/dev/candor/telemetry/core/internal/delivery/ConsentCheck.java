package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Purpose;

/** Says whether signals of a purpose may be sent at this moment. */
@FunctionalInterface
public interface ConsentCheck {

    /** Whether they may; asked from several threads, before every attempt. */
    boolean allows(Purpose purpose);

    /** Whether they might when somebody last looked: for what is read, and asked about again before it is sent. */
    default boolean allowedLately(Purpose purpose) {
        return allows(purpose);
    }

    /** Whether any may: a destination for which nothing is allowed has no thread. */
    default boolean allowsAny() {
        for (Purpose purpose : Purpose.values()) {
            if (allows(purpose)) {
                return true;
            }
        }
        return false;
    }
}
