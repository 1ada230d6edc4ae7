package dev.candor.telemetry.core.internal.context;

/** Keeps what the system reports about itself to short plain words, so that an odd system cannot smuggle text into an event. */
final class Words {

    private Words() {}

    /** At most {@code max} characters of letters, digits and {@code . _ + - # : ( ) / ,} and blanks, trimmed; others are dropped. */
    static String plain(String text, int max) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length() && kept.length() < max; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                kept.append(c);
            }
        }
        return kept.toString().trim();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || " ._+-#:()/,".indexOf(c) >= 0;
    }
}
