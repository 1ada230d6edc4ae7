package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.internal.config.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Properties: one key to a line, comments only on lines of their own. */
final class PropertiesSyntax implements Syntax {

    @Override
    public List<Splice> replacing(TextLines text, Entry entry, Written value) {
        List<Splice> ways = new ArrayList<>();
        for (char separator : new char[] {'=', ':', ' ', '\t'}) {
            for (Span behind : Span.behind(text, entry.line(), separator, "")) {
                int start = text.start(entry.line());
                String kept = text.text().substring(start, behind.from());
                String line = note(text, value) + kept + value.text();
                ways.add(new Splice(start, logicalEnd(text, entry.line()), line));
            }
        }
        return ways;
    }

    @Override
    public List<Splice> adding(TextLines text, Map<String, Entry> entries, String key, Written value) {
        String line = (value.note().isEmpty() ? "" : value.note() + "\n") + key + "=" + value.text() + "\n";
        return List.of(text.append(line), text.before(1, line));
    }

    @Override
    public List<Splice> undoing(TextLines text, Entry entry) {
        int note = entry.line() - 1;
        if (note < 1) {
            return List.of();
        }
        if (text.line(note).equals(Written.BY_OFF)) {
            return List.of(new Splice(text.start(note), text.start(entry.line() + 1), ""));
        }
        String line = text.line(entry.line());
        if (text.line(note).equals(Written.WAS_YES) && line.endsWith("false")) {
            String before = line.substring(0, line.length() - "false".length()) + "true";
            return List.of(new Splice(text.start(note), text.end(entry.line()), before));
        }
        return List.of();
    }

    private static String note(TextLines text, Written value) {
        return value.note().isEmpty() ? "" : value.note() + text.lineEnd();
    }

    /** The end of a line with all that backslashes continue it by. */
    private static int logicalEnd(TextLines text, int line) {
        int last = line;
        while (text.end(last) < text.text().length() && isContinued(text.line(last))) {
            last++;
        }
        return text.end(last);
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
