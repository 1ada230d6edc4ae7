package dev.candor.telemetry.core.internal.delivery;

import org.jspecify.annotations.Nullable;

/** Keeps a breaker's state from one process to the next. No method throws. */
public interface BreakerStore {

    /** What was kept last; null where there is nothing or it cannot be read: then an attempt may be made. */
    @Nullable
    BreakerState load();

    /** Keeps a state, as well as can be. */
    void save(BreakerState state);

    /** Forgets what was kept. */
    void clear();

    /** Keeps nothing, for pipelines without a disk. */
    static BreakerStore none() {
        return new BreakerStore() {
            @Override
            public @Nullable BreakerState load() {
                return null;
            }

            @Override
            public void save(BreakerState state) {}

            @Override
            public void clear() {}
        };
    }
}
