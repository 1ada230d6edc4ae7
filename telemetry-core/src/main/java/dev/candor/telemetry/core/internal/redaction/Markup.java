package dev.candor.telemetry.core.internal.redaction;

/** Placeholders that stand already, and elements of XML whose name is that of a secret. */
final class Markup {

    private Markup() {}

    /** Where to go on, or 0. */
    static int at(Scan s, int less) {
        int name = less + 1;
        int end = name;
        while (end < s.length
                && end - name < 64
                && ((Ascii.bits(s.text[end]) & Ascii.KEY) != 0 || s.text[end] == ':')) {
            end++;
        }
        int placeholder = Placeholder.endAt(s.text, less, s.length);
        int level = end > name ? SensitiveKeys.of(s.text, name, end) : SensitiveKeys.NONE;
        if (level > SensitiveKeys.HINT) {
            element(s, end, level);
        }
        return Math.max(placeholder, 0);
    }

    /** Removes the element's text; its attributes are walked like any other text. */
    private static void element(Scan s, int nameEnd, int level) {
        int from = nameEnd;
        int limit = Math.min(s.length, nameEnd + 128);
        while (from < limit && s.text[from] != '>' && s.text[from] != '<') {
            from++;
        }
        if (s.charAt(from) != '>' || s.charAt(from - 1) == '/') {
            return;
        }
        from++;
        int to = Math.max(from, Placeholder.endAt(s.text, from, s.length));
        int stop = Math.min(s.length, to + 4096);
        while (to < stop && s.text[to] != '<') {
            to++;
        }
        boolean closed = to < s.length && s.charAt(to + 1) == '/' && to > from;
        if (closed && Values.isValue(s, from, to, level, false)) {
            s.remove(from, to, Placeholder.SECRET);
        }
    }
}
