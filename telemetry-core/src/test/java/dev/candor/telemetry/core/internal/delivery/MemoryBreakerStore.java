package dev.candor.telemetry.core.internal.delivery;

import org.jspecify.annotations.Nullable;

/** What would be on disk, for one process after the other. */
final class MemoryBreakerStore implements BreakerStore {
    @Nullable
    BreakerState kept;

    int saves;

    @Override
    public @Nullable BreakerState load() {
        return kept;
    }

    @Override
    public void save(BreakerState state) {
        kept = state;
        saves++;
    }

    @Override
    public void clear() {
        kept = null;
    }
}
