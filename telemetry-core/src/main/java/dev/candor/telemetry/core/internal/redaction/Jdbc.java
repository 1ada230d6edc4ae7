package dev.candor.telemetry.core.internal.redaction;

/**
 * Database addresses of every vendor.
 *
 * <p>The vendors put users, passwords and hosts in a dozen grammars, so all behind the vendor's name goes, unless it is
 * the plain name of a database in memory.
 */
final class Jdbc {

    private Jdbc() {}

    /** The end of the address that starts with this word, or 0. */
    static int at(Scan s, int start, int end) {
        int vendor = end + 1;
        int i = vendor;
        while (i < s.length && (Ascii.alnum(s.text[i]) || s.text[i] == '-' || s.text[i] == '+')) {
            i++;
        }
        if (i == vendor || s.charAt(i) != ':') {
            return 0;
        }
        int from = i + 1;
        int to = from;
        boolean plain = true;
        boolean brackets = false;
        int depth = 0;
        while (to < s.length && !stops(s.text[to], depth)) {
            char c = s.text[to];
            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
            plain &= Ascii.alnum(c) || c == ':' || c == '_' || c == '-' || c == '.';
            brackets |= c == '(';
            to++;
            int placeholder = Placeholder.endAt(s.text, to, s.length);
            to = Math.max(to, placeholder);
        }
        while (to > from && (".,;]".indexOf(s.text[to - 1]) >= 0 || (s.text[to - 1] == ')' && !brackets))) {
            to--;
        }
        if (plain) {
            return 0;
        }
        s.remove(from, to, Placeholder.DATABASE);
        return Math.max(to, end);
    }

    private static boolean stops(char c, int depth) {
        if (c == '\n' || c == '"' || c == '`') {
            return true;
        }
        return depth == 0 && (Ascii.space(c) || c == '\'' || c == '<' || c == '>');
    }
}
