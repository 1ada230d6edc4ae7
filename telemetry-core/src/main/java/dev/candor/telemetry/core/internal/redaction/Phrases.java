package dev.candor.telemetry.core.internal.redaction;

/** Words that announce a secret without a separator, and the word that starts a JDBC address. */
final class Phrases {

    private static final WordSet SCHEMES =
            new WordSet("bearer basic token apikey negotiate ntlm flyv1 digest key splunk genie jwt");
    private static final WordSet SURE = new WordSet("bearer basic negotiate ntlm flyv1");
    private static final WordSet NOUNS = new WordSet("password passwd passphrase passcode pwd secret pin");
    private static final WordSet LINKS = new WordSet("is was to by as");

    private Phrases() {}

    /** The first letters of every word that {@link #at} knows. */
    static String[] words() {
        return new String[] {
            "bearer",
            "basic",
            "token",
            "apikey",
            "negotiate",
            "ntlm",
            "flyv1",
            "password",
            "passwd",
            "pwd",
            "secret",
            "pin",
            "identified",
            "jdbc",
            "ssh-rsa",
            "ecdsa",
            "sk-ssh",
            "r2dbc",
            "credential",
            "key",
            "kind"
        };
    }

    static boolean isScheme(Scan s, int start, int end) {
        return SCHEMES.has(s.text, start, end);
    }

    /** The end of what this word announced, or 0. */
    static int at(Scan s, int start, int end) {
        char after = s.charAt(end);
        if (after == ':') {
            return Ascii.says(s.text, start, end, "jdbc") || Ascii.says(s.text, start, end, "r2dbc")
                    ? Jdbc.at(s, start, end)
                    : kubernetes(s, start, end);
        }
        if (after == '-') {
            return SshKey.at(s, start);
        }
        if (after != ' ') {
            return 0;
        }
        if (NOUNS.has(s.text, start, end)) {
            return noun(s, end);
        }
        if (Ascii.says(s.text, start, end, "identified")) {
            return noun(s, end);
        }
        return isScheme(s, start, end) || Ascii.says(s.text, start, end, "credential") ? scheme(s, start, end) : 0;
    }

    private static int kubernetes(Scan s, int start, int end) {
        if (Ascii.says(s.text, start, end, "kind")) {
            KubernetesSecret.at(s, end);
        }
        return 0;
    }

    /** Bearer, a blank, and what is no word of prose. */
    private static int scheme(Scan s, int start, int end) {
        int from = s.blanks(end, 4);
        if (Ascii.quote(s.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < s.length && isCredential(s.text[to])) {
            to++;
        }
        while (to > from && (s.text[to - 1] == '.' || s.text[to - 1] == ':')) {
            to--;
        }
        if (to - from < 8
                || s.charAt(to) == ':'
                || isUrl(s, from, to)
                || !isMixed(s, from, to, SURE.has(s.text, start, end))) {
            return 0;
        }
        s.remove(from, to, Placeholder.TOKEN);
        return to;
    }

    private static boolean isUrl(Scan s, int from, int to) {
        for (int i = from; i < to - 2 && i - from < 16; i++) {
            if (s.text[i] == ':' && s.text[i + 1] == '/' && s.text[i + 2] == '/') {
                return true;
            }
        }
        return false;
    }

    private static boolean isCredential(char c) {
        return (Ascii.bits(c) & Ascii.RUN) != 0 || c == '=' || c == '.' || c == '~' || c == ':' || c == '!';
    }

    /** Letters and digits; behind a word that nothing else follows, also letters that change their case as no word does. */
    private static boolean isMixed(Scan s, int from, int to, boolean sure) {
        int digits = 0;
        int letters = 0;
        int changes = 0;
        int dots = 0;
        for (int i = from; i < to; i++) {
            int bits = Ascii.bits(s.text[i]);
            digits += (bits & Ascii.DIGIT) != 0 ? 1 : 0;
            letters += (bits & (Ascii.UPPER | Ascii.LOWER)) != 0 ? 1 : 0;
            dots += s.text[i] == '.' || s.text[i] == ':' ? 1 : 0;
            if (i > from && (bits & Ascii.UPPER) != 0 && (Ascii.bits(s.text[i - 1]) & Ascii.LOWER) != 0) {
                changes++;
            }
        }
        if (letters == 0) {
            return false;
        }
        boolean mixed = digits >= (sure ? 1 : 2) && (dots == 0 || to - from >= 20);
        return mixed || (sure && ((changes >= 2 && to - from >= 12) || s.text[to - 1] == '='));
    }

    /** Password, an optional link, and a value that is quoted or has a digit. */
    private static int noun(Scan s, int end) {
        int from = s.blanks(end, 4);
        int link = s.wordEnd(from);
        boolean linked = link > from && s.charAt(link) == ' ' && LINKS.has(s.text, from, link);
        if (linked) {
            from = s.blanks(link, 4);
        }
        if (from >= s.length) {
            return 0;
        }
        boolean sure = linked || Ascii.quote(s.text[from]) || hasDigit(s, from);
        return sure ? Values.remove(s, from, from, SensitiveKeys.STRONG, true) : 0;
    }

    private static boolean hasDigit(Scan s, int from) {
        int all = 0;
        for (int i = from; i < s.length && !Ascii.space(s.text[i]) && i - from < Scan.REACH; i++) {
            all |= Ascii.bits(s.text[i]);
            if (s.text[i] == '=' || s.text[i] == ':') {
                return false;
            }
        }
        return (all & Ascii.DIGIT) != 0 && (all & (Ascii.UPPER | Ascii.LOWER)) != 0;
    }
}
