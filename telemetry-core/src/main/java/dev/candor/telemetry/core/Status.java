package dev.candor.telemetry.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code telemetry status} says. The names of {@code --json} are these components' names and stay stable; {@code heard} and
 * {@code diagnostics} are for people.
 *
 * @param decisions for each purpose what was decided, by whom and why
 * @param backends every destination, and every backend that is none
 * @param identity who events are counted as: {@code none}, {@code event}, {@code run} or {@code install}
 * @param spool what waits
 * @param counters what became of the rest
 * @param heard every statement about consent, strongest first, one line each
 * @param diagnostics what is wrong, one line each
 */
public record Status(
        Map<String, DecisionLine> decisions,
        List<BackendLine> backends,
        String identity,
        SpoolLine spool,
        Counters counters,
        List<String> heard,
        List<String> diagnostics) {

    /** Copies the collections, keeping their order. */
    public Status {
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        backends = List.copyOf(backends);
        heard = List.copyOf(heard);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * A decision.
     *
     * @param state {@code granted}, {@code denied} or {@code undecided}
     * @param source kind and key or file, such as {@code env:DO_NOT_TRACK}
     * @param reason one sentence
     */
    public record DecisionLine(String state, String source, String reason) {}

    /**
     * A backend.
     *
     * @param state {@code ready}, {@code missing}, {@code unconfigured}, {@code paused}, {@code broken} or {@code off}
     * @param audience {@code maintainer} or {@code owner}
     * @param reason one sentence; may be empty
     */
    public record BackendLine(String name, String state, String audience, String reason) {}

    /**
     * What waits.
     *
     * @param events how many signals
     * @param bytes how many bytes they take
     */
    public record SpoolLine(long events, long bytes) {}

    /**
     * What became of signals.
     *
     * @param accepted taken by this process
     * @param delivered acknowledged to this process
     * @param dropped given up or not taken, by reason
     */
    public record Counters(long accepted, long delivered, Map<String, Long> dropped) {
        /** Copies {@code dropped}, keeping its order. */
        public Counters {
            dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
        }
    }
}
