package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.Signal;
import java.util.List;

/**
 * How many signals the next attempt takes, after what happened to the last ones.
 *
 * <p>A backend that takes fewer than it is offered, because no more go into one post, is offered a few times as many next: whoever looks
 * at what is offered would else look at the same signals for each post.
 *
 * <p>A batch that is too large is halved, and batches stay that small for a while. When the backend throws, signals are sent alone; and when one alone makes it throw, the one
 * behind it is tried. Only if that one goes through is the first to blame and given up: a backend that throws at everything costs nothing.
 */
final class BatchSize {
    /** After so many batches that went, a receiver that found one too large is tried with more again. */
    private static final int CALM = 8;

    private static final int GROWTH = 4;

    private final int most;
    private int frames;
    private int offer;
    private int offered;
    private int calm = CALM;
    private boolean stepOver;
    private boolean steppedOver;

    BatchSize(int most) {
        this.most = most;
        this.frames = most;
        this.offer = most;
    }

    /** How many frames to read. */
    int frames() {
        return stepOver ? 2 : frames;
    }

    /** Those of a batch that are sent. */
    List<Signal> choose(List<Signal> signals) {
        steppedOver = stepOver && signals.size() > 1;
        List<Signal> chosen = steppedOver ? signals.subList(1, 2) : signals.subList(0, Math.min(offer, signals.size()));
        offered = chosen.size();
        return chosen;
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

    /** The first {@code count} of those that were offered were delivered. */
    void delivered(int count) {
        went();
        offer = Math.min(most, GROWTH * (count < offered ? count : offer));
    }

    void went() {
        calm = Math.min(CALM, calm + 1);
        if (calm == CALM) {
            frames = Math.min(most, frames * 2);
        }
        stepOver = false;
    }
}
