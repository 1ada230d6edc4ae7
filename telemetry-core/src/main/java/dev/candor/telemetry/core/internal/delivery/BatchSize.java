package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.Signal;
import java.util.List;

/**
 * How many signals the next attempt takes, after what happened to the last ones.
 *
 * <p>A batch that is too large is halved, and batches stay that small for a while. When the backend throws, signals are sent alone; and when one alone makes it throw, the one
 * behind it is tried. Only if that one goes through is the first to blame and given up: a backend that throws at everything costs nothing.
 */
final class BatchSize {
    /** After so many batches that went, a receiver that found one too large is tried with more again. */
    private static final int CALM = 8;

    private final int most;
    private int frames;
    private int calm = CALM;
    private boolean stepOver;
    private boolean steppedOver;

    BatchSize(int most) {
        this.most = most;
        this.frames = most;
    }

    /** How many frames to read. */
    int frames() {
        return stepOver ? 2 : frames;
    }

    /** Those of a batch that are sent. */
    List<Signal> choose(List<Signal> signals) {
        steppedOver = stepOver && signals.size() > 1;
        return steppedOver ? signals.subList(1, 2) : signals;
    }

    /** Whether the last choice left out the first signal, which made the backend throw when it was alone. */
    boolean steppedOver() {
        return steppedOver;
    }

    void tooLarge(int count) {
        frames = Math.max(1, count / 2);
        calm = 0;
        stepOver = false;
    }

    void threw(int count) {
        frames = 1;
        stepOver = count == 1 && !steppedOver;
    }

    void went() {
        calm = Math.min(CALM, calm + 1);
        if (calm == CALM) {
            frames = Math.min(most, frames * 2);
        }
        stepOver = false;
    }
}
