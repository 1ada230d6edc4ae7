package dev.candor.telemetry.core.internal.redaction;

/** The query or the parameters in a fragment: names stay, values go unless they are harmless. */
final class Query {

    private static final WordSet HARMLESS =
            new WordSet("page limit size offset per_page pagesize sort order lang locale format version v api-version "
                    + "api_version encoding charset mode depth count");

    private Query() {}

    /** Removes the values of the pairs after this question mark or hash; the end of the first, or 0. */
    static int at(Scan s, int mark) {
        return mark < s.pairsEnd ? 0 : pairs(s, mark);
    }

    private static int pairs(Scan s, int mark) {
        int first = 0;
        int i = mark + 1;
        int found = 0;
        while (i < s.length) {
            int name = i;
            while (i < s.length && i - name < Scan.REACH && isName(s.text[i])) {
                i++;
            }
            if (s.charAt(i) == '=' && i > name) {
                i = value(s, name, i);
                found = i;
                first = first == 0 ? i : first;
            } else if (found == 0) {
                return 0;
            }
            if (s.charAt(i) != '&') {
                break;
            }
            i++;
        }
        s.pairsEnd = found;
        return first;
    }

    private static boolean isName(char c) {
        return Ascii.alnum(c) || c == '_' || c == '-' || c == '.' || c == '[' || c == ']' || c == '%' || c == '~';
    }

    private static int value(Scan s, int name, int equals) {
        int from = equals + 1;
        int end = from;
        while (end < s.length && !ends(s, end)) {
            end++;
        }
        while (end > from && (s.text[end - 1] == '.' || s.text[end - 1] == ',' || s.text[end - 1] == ')')) {
            end--;
        }
        int level = SensitiveKeys.of(s.text, name, equals);
        if (level > SensitiveKeys.NONE) {
            s.remove(from, end, Placeholder.SECRET);
        } else if (!isHarmless(s, name, equals, from, end)) {
            s.remove(from, end, Placeholder.VALUE);
        }
        return end;
    }

    private static boolean ends(Scan s, int i) {
        char c = s.text[i];
        return c == '&'
                || c == '#'
                || Ascii.space(c)
                || Ascii.quote(c)
                || c == '|'
                || c == '\\'
                || (c == '<' && !isPlaceholder(s, i))
                || (c == '>' && s.charAt(i - 1) == '/');
    }

    private static boolean isPlaceholder(Scan s, int i) {
        return Placeholder.endAt(s.text, i, s.length) > 0;
    }

    private static boolean isHarmless(Scan s, int name, int equals, int from, int end) {
        boolean digits = true;
        for (int i = from; i < end; i++) {
            if (!Ascii.alnum(s.text[i]) && s.text[i] != '-' && s.text[i] != '.' && s.text[i] != '_') {
                return false;
            }
            digits &= Ascii.digit(s.text[i]);
        }
        return (digits && end - from <= 4)
                || (end - from <= 12 && HARMLESS.has(s.text, name, equals))
                || Ascii.says(s.text, from, end, "true")
                || Ascii.says(s.text, from, end, "false");
    }
}
