package dev.candor.telemetry.core.internal.recording;

import java.util.ArrayList;
import java.util.List;

/** Where something stands in a text. */
record Span(int from, int to) {

    /**
     * What stands behind each separator on a line: a quoted text, or what reaches to a blank or a closing sign.
     *
     * @param closing the signs that end a value beside blanks
     */
    static List<Span> behind(TextLines lines, int line, char separator, String closing) {
        List<Span> spans = new ArrayList<>();
        String text = lines.text();
        int end = lines.end(line);
        for (int at = lines.start(line); at < end; at++) {
            if (text.charAt(at) == separator) {
                int from = at + 1;
                while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                    from++;
                }
                spans.add(new Span(from, valueEnd(text, from, end, closing)));
            }
        }
        return spans;
    }

    boolean isEmpty() {
        return from == to;
    }

    private static int valueEnd(String text, int from, int end, String closing) {
        if (from < end && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
            return quotedEnd(text, from, end);
        }
        int at = from;
        while (at < end && " \t#".indexOf(text.charAt(at)) < 0 && closing.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int quotedEnd(String text, int from, int end) {
        char quote = text.charAt(from);
        for (int at = from + 1; at < end; at++) {
            if (text.charAt(at) == '\\' && quote == '"') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            }
        }
        return end;
    }
}
