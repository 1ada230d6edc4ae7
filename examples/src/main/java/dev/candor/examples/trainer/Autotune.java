package dev.candor.examples.trainer;

import java.util.Arrays;
import java.util.Optional;

/** Finds the fastest kernel in the first steps of a run: each has its turns, and the one with the shortest stays. Used by one thread. */
final class Autotune {
    private static final int TURNS = 2;
    private static final Kernel[] KERNELS = Kernel.values();

    private final long[] shortest = new long[KERNELS.length];
    private int steps;

    Autotune() {
        Arrays.fill(shortest, Long.MAX_VALUE);
    }

    /**
     * What was found.
     *
     * @param gain how many times as fast the kernel is as the slowest one
     */
    record Choice(Kernel kernel, double gain) {}

    /** The kernel of the next step. */
    Kernel kernel() {
        return steps < TURNS * KERNELS.length ? KERNELS[steps % KERNELS.length] : KERNELS[fastest()];
    }

    /** A step with it took so long. */
    void took(long nanos) {
        if (steps < TURNS * KERNELS.length) {
            int turn = steps % KERNELS.length;
            shortest[turn] = Math.min(shortest[turn], Math.max(1, nanos));
            steps++;
        }
    }

    /** Nothing before every kernel has had its turns. */
    Optional<Choice> choice() {
        if (steps < TURNS * KERNELS.length) {
            return Optional.empty();
        }
        double slowest = Arrays.stream(shortest).max().orElseThrow();
        return Optional.of(new Choice(KERNELS[fastest()], slowest / shortest[fastest()]));
    }

    private int fastest() {
        int fastest = 0;
        for (int i = 1; i < shortest.length; i++) {
            if (shortest[i] < shortest[fastest]) {
                fastest = i;
            }
        }
        return fastest;
    }
}
