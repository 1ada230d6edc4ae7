package dev.candor.telemetry.core.internal.redaction;

import java.util.Arrays;

/**
 * What stands in the place of removed text.
 *
 * <p>Each is a constant: neither the length nor a hash of what was removed can be read from it.
 */
public enum Placeholder {
    EMAIL("<email>"),
    PATH("<path>"),
    IP("<ip>"),
    MAC("<mac>"),
    CARD("<card>"),
    IBAN("<iban>"),
    SSN("<ssn>"),
    PHONE("<phone>"),
    JWT("<jwt>"),
    KEY("<key>"),
    TOKEN("<token>"),
    DATABASE("<database>"),
    HOST("<host>"),
    USER("<user>"),
    /** A user and a password together. */
    LOGIN("<login>"),
    VALUE("<value>"),
    SECRET("<secret>"),
    /** Found by a rule of the tool. */
    REDACTED("<redacted>"),
    /** A value of a type that may not leave. */
    OBJECT("<object>"),
    /** Here something was longer, deeper or larger than the bounds. */
    CUT("<cut>"),
    /** The whole field, when a rule failed. */
    UNSCANNABLE("<unscannable>");

    /** No placeholder has more characters. */
    static final int LONGEST = 13;

    private static final Placeholder[] ALL = values();
    // by the letter that they begin with, of which most have one or none
    private static final Placeholder[][] BY_LETTER = byLetter();

    private final String text;

    Placeholder(String text) {
        this.text = text;
    }

    /** The text that is written. */
    public String text() {
        return text;
    }

    static Placeholder of(int ordinal) {
        return ALL[ordinal];
    }

    /** The end of the placeholder that starts at {@code from}, or -1. */
    static int endAt(char[] chars, int from, int length) {
        if (from + 3 > length || chars[from] != '<' || chars[from + 1] < 'a' || chars[from + 1] > 'v') {
            return -1;
        }
        for (Placeholder each : BY_LETTER[chars[from + 1] - 'a']) {
            if (each.standsAt(chars, from, length)) {
                return from + each.text.length();
            }
        }
        return -1;
    }

    private static Placeholder[][] byLetter() {
        Placeholder[][] all = new Placeholder['v' - 'a' + 1][0];
        for (Placeholder each : ALL) {
            int letter = each.text.charAt(1) - 'a';
            Placeholder[] more = Arrays.copyOf(all[letter], all[letter].length + 1);
            more[more.length - 1] = each;
            all[letter] = more;
        }
        return all;
    }

    /** Whether a placeholder ends just before {@code to}. */
    static boolean endsBefore(char[] chars, int to) {
        if (to < 3 || chars[to - 1] != '>') {
            return false;
        }
        for (Placeholder each : ALL) {
            if (each.standsAt(chars, to - each.text.length(), to)) {
                return true;
            }
        }
        return false;
    }

    boolean standsAt(char[] chars, int from, int length) {
        return Ascii.startsWith(chars, from, length, text);
    }

    /** Whether the range is one placeholder and nothing else. */
    static boolean fills(char[] chars, int from, int to) {
        return endAt(chars, from, to) == to;
    }
}
