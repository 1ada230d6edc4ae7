package dev.candor.telemetry.core.internal.redaction;

/** Options whose value is a secret, and the dashes that start an armoured key. */
final class CommandLine {

    private static final WordSet USER_OPTIONS = new WordSet("u user proxy-user");

    private CommandLine() {}

    /** The end of what this dash announced, or 0. */
    static int at(Scan s, int dash) {
        if (s.wordBefore(dash) || s.charAt(dash - 1) == '-') {
            return 0;
        }
        if (Ascii.startsWith(s.text, dash, s.length, "-----BEGIN")) {
            return armour(s, dash);
        }
        int name = s.charAt(dash + 1) == '-' ? dash + 2 : dash + 1;
        int end = name;
        while (end < s.length
                && end - name < 48
                && (Ascii.alnum(s.text[end]) || s.text[end] == '-' || s.text[end] == '_')) {
            end++;
        }
        if (end == name || s.charAt(end) != ' ') {
            return 0;
        }
        int from = s.blanks(end, 8);
        if (from >= s.length || s.text[from] == '-') {
            return 0;
        }
        if (USER_OPTIONS.has(s.text, name, end)) {
            return user(s, from);
        }
        int level = name - dash == 2 ? SensitiveKeys.of(s.text, name, end) : SensitiveKeys.NONE;
        return level == SensitiveKeys.NONE ? 0 : Values.remove(s, from, from, level, false);
    }

    /** user:password, either or both in quotes */
    private static int user(Scan s, int from) {
        int i = from;
        boolean colon = false;
        char quote = '\0';
        while (i < s.length && s.text[i] != '\n' && (quote != '\0' || !Ascii.space(s.text[i]))) {
            char c = s.text[i];
            colon |= c == ':';
            if (Ascii.quote(c)) {
                quote = quote == c ? '\0' : quote == '\0' ? c : quote;
            }
            i++;
        }
        if (!colon) {
            return 0;
        }
        s.remove(from, i, Placeholder.LOGIN);
        return i;
    }

    /** PEM and PGP: all to the line that ends it, or to the text's end. */
    private static int armour(Scan s, int dash) {
        int label = dash + 10;
        int i = label;
        while (i < s.length && i - label < 64 && (Ascii.alnum(s.text[i]) || s.text[i] == ' ')) {
            i++;
        }
        if (!Ascii.startsWith(s.text, i, s.length, "-----")) {
            return 0;
        }
        int end = s.nextPemEnd(i);
        if (end < s.length) {
            end += 8;
            while (end < s.length && (Ascii.alnum(s.text[end]) || s.text[end] == ' ')) {
                end++;
            }
            while (end < s.length && s.text[end] == '-') {
                end++;
            }
        }
        s.remove(dash, end, Placeholder.KEY);
        return end;
    }
}
