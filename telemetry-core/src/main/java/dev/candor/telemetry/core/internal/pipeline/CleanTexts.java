package dev.candor.telemetry.core.internal.pipeline;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts that redaction left as they were: a server is told the same few of each request, such as its client's name.
 *
 * <p>Only what may leave anyway is remembered, so that no secret is kept here. A text has one place and takes it from the one before
 * it: the memory is bounded, and texts that never come again do not keep out for long those that do. Safe for use by several threads.
 */
final class CleanTexts {
    private static final int PLACES = 256;
    private static final int LONGEST_KEPT = 256;

    private final AtomicReferenceArray<@Nullable String> places = new AtomicReferenceArray<>(PLACES);

    /** Whether {@code text} may leave as it is; not every text that may is known. */
    boolean has(String text) {
        return text.length() <= LONGEST_KEPT && text.equals(places.getAcquire(place(text)));
    }

    /** Remembers that it may. */
    void add(String text) {
        if (text.length() <= LONGEST_KEPT) {
            places.setRelease(place(text), text);
        }
    }

    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & (PLACES - 1);
    }
}
