package dev.candor.telemetry.core.internal.redaction;

/** Authorization and cookie headers, whose values have a grammar of their own. */
final class Headers {

    private static final WordSet LISTS = new WordSet("digest oauth hawk signature aws4-hmac-sha256 sharedkey");

    private Headers() {}

    /** Removes the credentials after an optional scheme; where they end. */
    static int authorization(Scan s, int keyStart, int from) {
        int start = from;
        while (start < s.length && (Ascii.quote(s.text[start]) || s.text[start] == '[' || s.text[start] == '\\')) {
            start++;
        }
        int scheme = start;
        while (scheme < s.length && (Ascii.alnum(s.text[scheme]) || s.text[scheme] == '-')) {
            scheme++;
        }
        boolean hasScheme = s.charAt(scheme) == ' ' && scheme > start && scheme - start <= 18;
        int credentials = hasScheme ? s.blanks(scheme, 8) : start;
        if (credentials >= s.length) {
            return 0;
        }
        if (hasScheme && LISTS.has(s.text, start, scheme)) {
            int end = Values.closing(s, keyStart, credentials, true);
            s.remove(credentials, end, Placeholder.SECRET);
            return end;
        }
        if (hasScheme && !Phrases.isScheme(s, start, scheme)) {
            // "Authorization failed for", and a value that is not announced by a scheme
            return Values.remove(s, keyStart, from, SensitiveKeys.WEAK, true);
        }
        int end = Values.closing(s, keyStart, credentials, false);
        s.remove(credentials, end, Placeholder.SECRET);
        return end;
    }

    /** Removes the values of name=value pairs; the end of the first, or 0 when there are none. */
    static int cookies(Scan s, int from) {
        return from < s.pairsEnd ? 0 : pairs(s, from);
    }

    private static int pairs(Scan s, int from) {
        int first = 0;
        int i = from;
        while (i < s.length && (Ascii.quote(s.text[i]) || s.text[i] == '[' || s.text[i] == '\\')) {
            i++;
        }
        int done = 0;
        while (i < s.length) {
            int name = i;
            while (i < s.length && isToken(s.text[i])) {
                i++;
            }
            if (i == name || s.charAt(i) != '=') {
                break;
            }
            int value = ++i;
            while (i < s.length && !Ascii.space(s.text[i]) && ";,\"'\\]".indexOf(s.text[i]) < 0) {
                i++;
            }
            s.remove(value, i, Placeholder.SECRET);
            done = i;
            first = first == 0 ? i : first;
            if (s.charAt(i) == ';' || s.charAt(i) == ',') {
                i = s.blanks(i + 1, 4);
            }
        }
        s.pairsEnd = Math.max(s.pairsEnd, done);
        return first;
    }

    private static boolean isToken(char c) {
        return Ascii.alnum(c) || "!#$%&*+-.^_|~".indexOf(c) >= 0;
    }
}
