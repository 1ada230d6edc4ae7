package dev.candor.telemetry.core.internal.errors;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers which exception objects were reported, without keeping them alive. By identity: two equal errors are two reports. */
final class Reported {
    private final ConcurrentHashMap<Key, Boolean> keys = new ConcurrentHashMap<>();
    private final ReferenceQueue<Throwable> gone = new ReferenceQueue<>();

    /** Whether {@code error} is seen for the first time. */
    boolean first(Throwable error) {
        for (Reference<? extends Throwable> key = gone.poll(); key != null; key = gone.poll()) {
            keys.remove(key);
        }
        return keys.putIfAbsent(new Key(error, gone), Boolean.TRUE) == null;
    }

    private static final class Key extends WeakReference<Throwable> {
        private final int hash;

        Key(Throwable error, ReferenceQueue<Throwable> queue) {
            super(error, queue);
            this.hash = System.identityHashCode(error);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Throwable mine = get();
            return mine != null && other instanceof Key key && key.get() == mine;
        }
    }
}
