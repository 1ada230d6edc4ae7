package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.route.RoutePlan;

/** For each purpose and audience the lanes of its destinations, worked out once. */
@SuppressWarnings("EnumOrdinal") // asked several times for every signal
final class SubjectLanes {
    private final long[][] lanes;

    SubjectLanes(RoutePlan plan) {
        Subject[] subjects = Subject.values();
        lanes = new long[subjects.length][];
        for (Subject subject : subjects) {
            lanes[subject.ordinal()] = plan.lanes(subject.purpose(), subject.audience());
        }
    }

    long[] of(Purpose purpose, Audience audience) {
        return lanes[Subject.of(purpose, audience).ordinal()];
    }
}
