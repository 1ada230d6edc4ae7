package dev.candor.telemetry.core.internal.metrics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a family's series know the family that makes them. */
final class FamilyHolder<S extends Series> {
    private @Nullable Family<S> family;

    Family<S> hold(Family<S> made) {
        this.family = made;
        return made;
    }

    Family<S> get() {
        return Objects.requireNonNull(family);
    }
}
