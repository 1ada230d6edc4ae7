package dev.candor.telemetry.core.internal.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the entries of one file and refuses a key that is there twice. */
final class Collected {
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    void add(String key, Entry.Kind kind, String text, int line) throws RefusedException {
        if (!keys.add(key)) {
            throw new RefusedException("the key ".concat(Shown.of(key)).concat(" is there twice"), line);
        }
        entries.add(new Entry(key, kind, text, line));
    }

    /** Adds a plain value, for the scans; true. */
    boolean scalar(String key, String text, int line) throws RefusedException {
        add(key, Entry.Kind.SCALAR, text, line);
        return true;
    }

    Content content() {
        return new Content.Entries(entries, true);
    }

    static String join(String section, String key) {
        return section.isEmpty() ? key : section.concat(".").concat(key);
    }
}
