package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Purpose;

/** Says whether signals of a purpose may be sent at this moment. */
@FunctionalInterface
public interface ConsentCheck {

    /** Whether they may; asked from several threads, before every attempt. */
    boolean allows(Purpose purpose);

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
