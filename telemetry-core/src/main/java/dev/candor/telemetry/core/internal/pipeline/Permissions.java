package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.route.Destination;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** What consent allows now, in the three forms in which parts ask. A class, because lambdas cost a short command milliseconds. */
record Permissions(ConsentGate gate) implements Gate, BooleanSupplier, IntSupplier {

    @Override
    public boolean allows(Purpose purpose, Audience lane) {
        return gate.allows(purpose, lane);
    }

    /** Whether anything that a destination takes may go there. */
    boolean allowsAny(Destination destination) {
        for (Purpose purpose : destination.purposes()) {
            if (gate.allows(purpose, destination.lane(purpose))) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody may be counted: an owner's own signals need no id. */
    boolean counts() {
        return gate.allowsMaintainer();
    }

    /** Whether anything at all is allowed. */
    @Override
    public boolean getAsBoolean() {
        return gate.allowsAnything();
    }

    /** One bit for each subject, so that a change of any can be seen. */
    @Override
    public int getAsInt() {
        int mask = 0;
        for (Subject subject : Subject.values()) {
            mask = mask << 1 | (gate.allows(subject.purpose(), subject.audience()) ? 1 : 0);
        }
        return mask;
    }
}
