package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import java.util.EnumMap;
import java.util.Map;

/** For each purpose and audience the lanes of its destinations, worked out once. */
final class SubjectLanes {
    private static final long[] NOWHERE = {};

    private final Map<Subject, long[]> lanes = new EnumMap<>(Subject.class);

    SubjectLanes(RoutePlan plan) {
        for (Subject subject : Subject.values()) {
            lanes.put(subject, plan.lanes(subject.purpose(), subject.audience()));
        }
    }

    long[] of(Purpose purpose, Audience audience) {
        return lanes.getOrDefault(Subject.of(purpose, audience), NOWHERE);
    }
}
