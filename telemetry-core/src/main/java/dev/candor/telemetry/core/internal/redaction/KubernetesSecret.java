package dev.candor.telemetry.core.internal.redaction;

/** The data of a Kubernetes manifest whose kind is Secret. */
final class KubernetesSecret {

    private KubernetesSecret() {}

    /** Looks at the word after {@code kind:}; the values in the blocks {@code data} and {@code stringData} go. */
    static void at(Scan s, int colon) {
        int word = s.blanks(colon + 1, 8);
        while (word < s.length && (Ascii.quote(s.text[word]) || s.text[word] == '\\')) {
            word++;
        }
        if (!Ascii.says(s.text, word, s.wordEnd(word), "secret") || s.kubernetes) {
            return;
        }
        s.kubernetes = true;
        int line = 0;
        int block = -1;
        while (line < s.length) {
            int end = s.lineEnd(line);
            int text = s.blanks(line, end - line);
            int indent = text - line;
            if (text < end && s.text[text] != '#') {
                if (block >= 0 && indent <= block) {
                    block = -1;
                }
                if (block >= 0) {
                    value(s, text, end);
                } else if (opens(s, text, end)) {
                    block = indent;
                }
            }
            line = end + 1;
        }
    }

    private static boolean opens(Scan s, int from, int end) {
        int key = from;
        while (key < end && Ascii.quote(s.text[key])) {
            key++;
        }
        int to = s.wordEnd(key);
        boolean data = Ascii.says(s.text, key, to, "data") || Ascii.says(s.text, key, to, "stringdata");
        while (to < end && (Ascii.quote(s.text[to]) || s.text[to] == ' ' || s.text[to] == '\t')) {
            to++;
        }
        return data && s.charAt(to) == ':';
    }

    private static void value(Scan s, int from, int end) {
        int colon = from;
        while (colon < end && s.text[colon] != ':') {
            colon++;
        }
        int value = colon < end ? s.blanks(colon + 1, 64) : from;
        if (value < end && s.text[value] != '|' && s.text[value] != '>') {
            s.remove(value, end, Placeholder.SECRET);
        }
    }
}
