package dev.candor.telemetry.core.internal.redaction;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one thread has redacted with for the next one.
 *
 * <p>Buffers for short texts stay; those for long texts stay while memory is not short. Were they made anew for each
 * text, one just beyond the bound would cost more than twice as much as one of half its length.
 */
final class Spare {

    private final AtomicReference<@Nullable Scratch> small = new AtomicReference<>();
    private final AtomicReference<@Nullable SoftReference<Scratch>> large = new AtomicReference<>();

    /** Buffers that nobody else uses, or null. */
    @Nullable
    Scratch take(int length) {
        Scratch first = length <= Scratch.SMALL ? small.getAndSet(null) : null;
        if (first != null) {
            return first;
        }
        // A short text with much to replace needs longer buffers too, which were given back as such.
        SoftReference<Scratch> kept = large.getAndSet(null);
        return kept == null ? null : kept.get();
    }

    void give(Scratch scratch) {
        if (scratch.isSmall()) {
            small.set(scratch);
        } else {
            large.set(new SoftReference<>(scratch));
        }
    }
}
