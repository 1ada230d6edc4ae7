package dev.candor.telemetry.core.internal.redaction;

/** Tokens that are known by a mark in their middle or by the lengths of their parts. */
final class ShapedTokens {

    private ShapedTokens() {}

    /** Telegram ({@code 123456789:AA…}), Facebook ({@code 123456789012345|…}); the end of what was removed, or 0. */
    static int numbered(Scan s, int start, int end) {
        int digits = end - start;
        char mark = s.charAt(end);
        boolean telegram = mark == ':' && digits >= 8 && digits <= 11 && s.charAt(end + 1) == 'A';
        boolean facebook = (mark == '|' || mark == '%') && digits >= 15 && digits <= 17;
        if (!telegram && !facebook) {
            return 0;
        }
        int from = mark == '%' ? end + 3 : end + 1;
        int i = tail(s, from);
        if (i - from < (telegram ? 30 : 24)) {
            return 0;
        }
        s.remove(start, i, Placeholder.TOKEN);
        return i;
    }

    /** A client secret of Azure: three characters, a digit, {@code Q~}, and 31 or more; called at the tilde. */
    static int azureSecret(Scan s, int tilde) {
        if (s.charAt(tilde - 1) != 'Q' || !Ascii.digit(s.charAt(tilde - 2))) {
            return 0;
        }
        int start = tilde - 2;
        while (start > 0 && tilde - start < 5 && isAzure(s.text[start - 1])) {
            start--;
        }
        int end = tilde + 1;
        while (end < s.length && end - tilde < 48 && isAzure(s.text[end])) {
            end++;
        }
        if (end - tilde < 25) {
            return 0;
        }
        s.remove(start, end, Placeholder.TOKEN);
        return end;
    }

    /** Three parts with dots, the first 23 to 28 long, the second 6, the third 24 or more: Discord; the end, or 0. */
    static int dotted(Scan s, int start, int dot) {
        int second = tail(s, dot + 1);
        if (dot - start < 22 || dot - start > 28 || second - dot != 7 || s.charAt(second) != '.') {
            return 0;
        }
        int end = tail(s, second + 1);
        if (end - second < 24) {
            return 0;
        }
        s.remove(start, end, Placeholder.TOKEN);
        return end;
    }

    /** Fourteen characters, {@code .atlasv1.}, and sixty: HCP Terraform; the end, or 0. */
    static int atlas(Scan s, int start, int dot) {
        if (dot - start != 14 || !Ascii.startsWith(s.text, dot, s.length, ".atlasv1.")) {
            return 0;
        }
        int end = tail(s, dot + 9);
        if (end - dot < 40) {
            return 0;
        }
        s.remove(start, end, Placeholder.TOKEN);
        return end;
    }

    /** Eight hexadecimal digits, a colon, and eight more, with a letter in each: Sidekiq; the end, or 0. */
    static int pair(Scan s, int start, int colon) {
        int end = s.wordEnd(colon + 1);
        if (colon - start != 8 || end - colon != 9 || !isHexWord(s, start, colon) || !isHexWord(s, colon + 1, end)) {
            return 0;
        }
        s.remove(start, end, Placeholder.TOKEN);
        return end;
    }

    private static boolean isHexWord(Scan s, int from, int to) {
        boolean letters = false;
        for (int i = from; i < to; i++) {
            if (!Ascii.hex(s.text[i])) {
                return false;
            }
            letters |= !Ascii.digit(s.text[i]);
        }
        return letters;
    }

    private static int tail(Scan s, int from) {
        int i = from;
        while (i < s.length && i - from < 256 && (Ascii.alnum(s.text[i]) || s.text[i] == '-' || s.text[i] == '_')) {
            i++;
        }
        return i;
    }

    private static boolean isAzure(char c) {
        return Ascii.alnum(c) || c == '_' || c == '-' || c == '.' || c == '~';
    }
}
