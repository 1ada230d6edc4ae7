package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.internal.config.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** YAML: block mappings by indentation, flow mappings in braces. */
final class YamlSyntax implements Syntax {

    @Override
    public List<Splice> replacing(TextLines text, Entry entry, Written value) {
        return CommentAtLineEnd.replacing(Span.behind(text, entry.line(), ':', ",}]"), " ", value);
    }

    @Override
    public List<Splice> adding(TextLines text, Map<String, Entry> entries, String key, Written value) {
        List<Splice> ways = new ArrayList<>();
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            Entry mapping = entries.get(key.substring(0, dot));
            if (mapping != null) {
                intoMapping(text, first(entries, mapping.key() + "."), mapping, key.substring(dot + 1), value, ways);
                return ways;
            }
        }
        Entry first = first(entries, "");
        String block = block(key, first == null ? "" : text.indent(first.line()), value);
        ways.add(text.append(block));
        if (first != null) {
            ways.add(text.before(first.line(), block));
            intoBraces(text, first.line(), key, value, ways);
        }
        intoBraces(text, 1, key, value, ways);
        return ways;
    }

    private static void intoMapping(
            TextLines text, @Nullable Entry child, Entry mapping, String key, Written value, List<Splice> ways) {
        if (child == null) {
            intoBraces(text, mapping.line(), key, value, ways);
            ways.add(text.after(mapping.line(), block(key, text.indent(mapping.line()) + "  ", value)));
        } else if (child.line() > mapping.line()) {
            ways.add(text.before(child.line(), block(key, text.indent(child.line()), value)));
            intoBraces(text, mapping.line(), key, value, ways);
        } else {
            intoBraces(text, mapping.line(), key, value, ways);
        }
    }

    private static void intoBraces(TextLines text, int line, String key, Written value, List<Splice> ways) {
        ways.addAll(Braces.onLine(text, line, Braces.nested(key, value.text(), "")));
    }

    /** A key with its sections, each on its line. */
    private static String block(String key, String indent, Written value) {
        int dot = key.indexOf('.');
        return dot < 0
                ? indent + key + ": " + value.withNote() + "\n"
                : indent + key.substring(0, dot) + ":\n" + block(key.substring(dot + 1), indent + "  ", value);
    }

    @Override
    public List<Splice> undoing(TextLines text, Entry entry) {
        return CommentAtLineEnd.undoing(text, entry.line());
    }

    private static @Nullable Entry first(Map<String, Entry> entries, String prefix) {
        Entry first = null;
        for (Entry each : entries.values()) {
            if (each.key().startsWith(prefix) && (first == null || each.line() < first.line())) {
                first = each;
            }
        }
        return first;
    }
}
