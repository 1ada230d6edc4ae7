package dev.candor.telemetry.core.internal.redaction;

/** Keeps a text within its bound, without half a token at its end. */
final class Cut {

    /** The most characters that a string may have. */
    static final int LIMIT = 64 * 1024;

    private static final int SEARCHED = 4096;

    private Cut() {}

    /** The text, or its beginning up to a blank and a mark. */
    static String to(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        int most = LIMIT - Placeholder.CUT.text().length() - 1;
        int end = most;
        while (end > most - SEARCHED && !Ascii.space(text.charAt(end))) {
            end--;
        }
        boolean blank = end > most - SEARCHED;
        String kept = text.substring(0, blank ? end : withoutHalf(text, most));
        return kept.concat(" ").concat(Placeholder.CUT.text());
    }

    private static int withoutHalf(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
