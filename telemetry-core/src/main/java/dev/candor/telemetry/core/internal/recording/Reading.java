package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.config.ConfigText;
import dev.candor.telemetry.core.internal.config.Content;
import dev.candor.telemetry.core.internal.config.Entry;
import dev.candor.telemetry.core.internal.config.Entry.Kind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A config text and what its parser says is in it.
 *
 * @param entries by key, in the parser's order
 */
record Reading(Format format, String text, Map<String, Entry> entries) {

    static Reading nothing(Format format) {
        return new Reading(format, "", Map.of());
    }

    static Reading of(Format format, byte[] content) throws RefusedEdit {
        Content read = ConfigText.read(format, content);
        if (read instanceof Content.Refused refused) {
            String where = refused.line() > 0 ? " (line " + refused.line() + ")" : "";
            throw new RefusedEdit(refused.problem() + where);
        }
        return new Reading(format, new String(content, StandardCharsets.UTF_8), byKey((Content.Entries) read));
    }

    @Nullable
    Entry entry(String key) {
        return entries.get(key);
    }

    /** Whether {@code changed} reads the same but for {@code key}: that value, or nothing where {@code value} is null. */
    boolean differsOnlyBy(String key, @Nullable String value, String changed) {
        byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
        if (!(ConfigText.read(format, bytes) instanceof Content.Entries read)) {
            return false;
        }
        Map<String, Entry> after = byKey(read);
        Entry now = after.remove(key);
        boolean intended = value == null
                ? now == null
                : now != null && now.kind() == Kind.SCALAR && now.text().equals(value);
        return intended && othersAre(after, key);
    }

    private boolean othersAre(Map<String, Entry> after, String key) {
        for (Entry each : entries.values()) {
            if (!each.key().equals(key) && !same(each, after.remove(each.key()), key)) {
                return false;
            }
        }
        for (Entry added : after.values()) {
            if (added.kind() != Kind.OTHER || !isSectionOf(added.key(), key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Entry before, @Nullable Entry now, String key) {
        if (now == null) {
            return false;
        }
        // A section that had nothing in it gets something, or loses the only thing it had.
        boolean filled = before.kind() == Kind.NOTHING && now.kind() == Kind.OTHER && isSectionOf(before.key(), key);
        boolean emptied = before.kind() == Kind.OTHER && now.kind() == Kind.NOTHING && isSectionOf(before.key(), key);
        return filled || emptied || (now.kind() == before.kind() && now.text().equals(before.text()));
    }

    private static boolean isSectionOf(String section, String key) {
        return key.startsWith(section + ".");
    }

    private static Map<String, Entry> byKey(Content.Entries read) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        for (Entry each : read.all()) {
            byKey.put(each.key(), each);
        }
        return byKey;
    }
}
