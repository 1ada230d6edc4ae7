package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Redacted names of spans and attributes, by what they were.
 *
 * <p>A program has few of them, and redacting one costs far more than all else that a span does. Names beyond a limit are redacted each
 * time. Safe for use by several threads.
 */
final class CleanNames {
    private static final int MOST = 1_000;
    private static final int LONGEST_KEPT = 256;

    private final Scrubber scrubber;
    private final int longest;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    /** Names are cut at {@code longest} characters. */
    CleanNames(Scrubber scrubber, int longest) {
        this.scrubber = scrubber;
        this.longest = longest;
    }

    String of(String name) {
        String before = known.get(name);
        if (before != null) {
            return before;
        }
        String text = scrubber.text(name);
        String clean = text.length() <= longest ? text : text.substring(0, longest);
        if (name.length() <= LONGEST_KEPT && known.size() < MOST) {
            known.put(name, clean);
        }
        return clean;
    }
}
