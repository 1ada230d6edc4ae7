package dev.candor.telemetry.core.internal.trace;

/**
 * Keeps a fixed share of traces, decided by the trace id alone, so that all processes that see an id decide alike.
 *
 * <p>As in OpenTelemetry's consistent sampling, the lowest 56 bits of the id are compared with a threshold.
 */
final class Sampler {
    private static final long RANGE = 1L << 56;

    private final long threshold;

    Sampler(double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("a sampling ratio is between 0 and 1: " + ratio);
        }
        this.threshold = (long) (ratio * RANGE);
    }

    boolean keeps(long traceLow) {
        return (traceLow & (RANGE - 1)) < threshold;
    }
}
