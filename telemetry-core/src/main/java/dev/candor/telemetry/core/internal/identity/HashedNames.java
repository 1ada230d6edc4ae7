package dev.candor.telemetry.core.internal.identity;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of names that came lately, each of which takes two passes of SHA-256 to make.
 *
 * <p>A garbage collection forgets them all: no name stays in memory longer than it would as garbage. A name has one place and takes it
 * from the one before it. Safe for use by several threads.
 */
final class HashedNames {
    private static final int PLACES = 256;
    private static final int LONGEST_KEPT = 256;

    private final AtomicReferenceArray<@Nullable WeakReference<Hashed>> places = new AtomicReferenceArray<>(PLACES);

    private record Hashed(String name, String hash) {}

    /** The hash of {@code name}; null where it is not known any more. */
    @Nullable
    String of(String name) {
        WeakReference<Hashed> kept = places.getAcquire(place(name));
        Hashed known = kept == null ? null : kept.get();
        return known != null && known.name.equals(name) ? known.hash : null;
    }

    /** Remembers a hash. */
    void add(String name, String hash) {
        if (name.length() <= LONGEST_KEPT) {
            places.setRelease(place(name), new WeakReference<>(new Hashed(name, hash)));
        }
    }

    private static int place(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 16) & (PLACES - 1);
    }
}
