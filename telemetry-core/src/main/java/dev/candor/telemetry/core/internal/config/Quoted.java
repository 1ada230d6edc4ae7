package dev.candor.telemetry.core.internal.config;

/** Finds where quoted text ends. */
final class Quoted {
    private Quoted() {}

    /** The index of the last character of the quoted text that begins at an index; of the line or text when it never ends. */
    static int end(String text, int start, boolean multiLine) {
        char quote = text.charAt(start);
        String three = String.valueOf(quote).repeat(3);
        boolean multi = multiLine && text.startsWith(three, start);
        for (int at = start + (multi ? 3 : 1); at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '\\' && quote == '"') {
                at++;
            } else if (each == '\n' && !multi) {
                return at - 1;
            } else if (each == quote && !multi) {
                return at;
            } else if (each == quote && text.startsWith(three, at)) {
                return at + 2;
            }
        }
        return text.length() - 1;
    }

    /** The number of the line of an index, from 1. */
    static int line(String text, int at) {
        int line = 1;
        for (int i = 0; i < at && i < text.length(); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }
}
