package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.internal.config.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** TOML: tables under headers, dotted keys, inline tables. */
final class TomlSyntax implements Syntax {

    @Override
    public List<Splice> replacing(TextLines text, Entry entry, Written value) {
        return CommentAtLineEnd.replacing(Span.behind(text, entry.line(), '=', ",}]"), "", value);
    }

    @Override
    public List<Splice> adding(TextLines text, Map<String, Entry> entries, String key, Written value) {
        List<Splice> ways = new ArrayList<>();
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            Entry table = entries.get(key.substring(0, dot));
            if (table != null) {
                intoTable(text, table.line(), key.substring(dot + 1), value, ways);
            }
        }
        int dot = key.lastIndexOf('.');
        if (dot > 0) {
            String gap = text.text().isEmpty() ? "" : "\n";
            String leaf = key.substring(dot + 1) + " = " + value.withNote() + "\n";
            ways.add(text.append(gap + "[" + key.substring(0, dot) + "]\n" + leaf));
        }
        // Before the first header a key belongs to no table.
        String line = key + " = " + value.withNote() + "\n";
        ways.add(text.before(firstHeader(text), line));
        ways.add(text.before(1, line));
        return ways;
    }

    private static void intoTable(TextLines text, int line, String key, Written value, List<Splice> ways) {
        ways.add(text.after(line, key + " = " + value.withNote() + "\n"));
        ways.addAll(Braces.onLine(text, line, key + " = " + value.text()));
    }

    @Override
    public List<Splice> undoing(TextLines text, Entry entry) {
        return CommentAtLineEnd.undoing(text, entry.line());
    }

    private static int firstHeader(TextLines text) {
        int line = 1;
        while (text.start(line) < text.text().length()
                && !text.line(line).trim().startsWith("[")) {
            line++;
        }
        return line;
    }
}
