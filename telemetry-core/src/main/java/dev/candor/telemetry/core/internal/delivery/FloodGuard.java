package dev.candor.telemetry.core.internal.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a loop in somebody's code from becoming a flood of events.
 *
 * <p>Each event type has a gate with a daily cap. A type that comes faster than {@link Limits#perSecond} for {@link Limits#seconds} in a
 * row is in a loop, and is suppressed until it comes more slowly. Days are those of UTC. The counts are this process's own.
 */
public final class FloodGuard {
    private final Limits limits;
    // Guarded by this.
    private final List<FloodGate> gates = new ArrayList<>();

    /** A guard with these limits. */
    public FloodGuard(Limits limits) {
        this.limits = limits;
    }

    /**
     * What counts as a loop.
     *
     * @param perSecond events of one type in a second that are more than anybody means to record
     * @param seconds how many such seconds in a row
     */
    public record Limits(int perSecond, int seconds) {

        /** More than 1,000 a second for ten seconds. */
        public static Limits usual() {
            return new Limits(1_000, 10);
        }
    }

    /**
     * What was suppressed of one event type.
     *
     * @param name the event type
     * @param count how many since the last report
     */
    public record Suppressed(String name, long count) {}

    /** The gate of an event type; made once for each, when the pipeline starts. */
    public synchronized FloodGate gate(String name, int dailyCap) {
        FloodGate gate = new FloodGate(name, dailyCap, limits);
        gates.add(gate);
        return gate;
    }

    /** What was suppressed and not yet reported; each suppressed event is in one report. */
    public synchronized List<Suppressed> takeReport() {
        List<Suppressed> report = new ArrayList<>();
        for (FloodGate gate : gates) {
            long count = gate.takeSuppressed();
            if (count > 0) {
                report.add(new Suppressed(gate.name(), count));
            }
        }
        return report;
    }
}
