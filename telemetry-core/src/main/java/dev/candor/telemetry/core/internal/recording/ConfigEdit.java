package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.config.Entry;
import dev.candor.telemetry.core.internal.config.Entry.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Changes one key in the text of a config file and leaves every other character as it is.
 *
 * <p>The format's parser says whether the key is there, and reads the changed text again: it must say the same as before but
 * for that key, or the change is refused.
 */
final class ConfigEdit {

    private final Format format;
    private final Syntax syntax;

    ConfigEdit(Format format) {
        this.format = format;
        this.syntax = Syntax.of(format);
    }

    /** Whether the text has the key. */
    boolean has(byte[] content, String key) throws RefusedEdit {
        return Reading.of(format, content).entry(key) != null;
    }

    /** Whether the text has the key with a yes. */
    boolean saysTrue(byte[] content, String key) throws RefusedEdit {
        Entry entry = Reading.of(format, content).entry(key);
        return entry != null && entry.text().equals("true");
    }

    /** The text with {@code key} saying {@code value}, added where it is missing. The same array where it says so already. */
    byte[] set(byte[] content, String key, Written value) throws RefusedEdit {
        Reading before = Reading.of(format, content);
        Entry entry = before.entry(key);
        if (entry == null) {
            return add(before, key, value);
        }
        if (entry.kind() == Kind.OTHER) {
            throw new RefusedEdit(key + " is no single value (line " + entry.line() + ")");
        }
        if (entry.kind() == Kind.SCALAR && entry.text().equals(value.text())) {
            byte[] ended = value.value() ? ended(before.text()) : content;
            return ended.length == content.length ? content : ended;
        }
        return apply(before, syntax.replacing(new TextLines(before.text()), entry, value), key, value);
    }

    /** A new text that has just this key. */
    byte[] fresh(String key, Written value) throws RefusedEdit {
        return add(Reading.nothing(format), key, value);
    }

    /** The text without the no that {@code telemetry off} wrote. The same array where there is none. */
    byte[] undo(byte[] content, String key) throws RefusedEdit {
        Reading before = Reading.of(format, content);
        Entry entry = before.entry(key);
        if (entry == null || !entry.text().equals("false")) {
            return content;
        }
        for (Splice way : syntax.undoing(new TextLines(before.text()), entry)) {
            String changed = way.apply(before.text());
            if (before.differsOnlyBy(key, null, changed) || before.differsOnlyBy(key, "true", changed)) {
                return changed.getBytes(StandardCharsets.UTF_8);
            }
        }
        return content;
    }

    private byte[] add(Reading before, String key, Written value) throws RefusedEdit {
        return apply(before, syntax.adding(new TextLines(before.text()), before.entries(), key, value), key, value);
    }

    private byte[] apply(Reading before, List<Splice> ways, String key, Written value) throws RefusedEdit {
        for (Splice way : ways) {
            String changed = way.apply(before.text());
            if (before.differsOnlyBy(key, value.text(), changed)) {
                return value.value() ? ended(changed) : changed.getBytes(StandardCharsets.UTF_8);
            }
        }
        throw new RefusedEdit("there is no place where " + key + " could be written safely");
    }

    /** A yes in a last line that does not end would not count: it may have been cut off. */
    private byte[] ended(String text) {
        boolean ends = format == Format.JSON || text.endsWith("\n");
        boolean last = text.indexOf("true", text.lastIndexOf('\n') + 1) >= 0;
        return (ends || !last ? text : text.concat("\n")).getBytes(StandardCharsets.UTF_8);
    }
}
