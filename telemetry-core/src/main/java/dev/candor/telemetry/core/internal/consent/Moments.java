package dev.candor.telemetry.core.internal.consent;

import java.time.Instant;

/** Writes and reads {@code 2026-11-28T13:00:00Z} without the date formatter, which costs a short command milliseconds. */
final class Moments {
    private static final int LENGTH = 20;
    private static final String SHAPE = "0000-00-00T00:00:00Z";
    private static final long DAY = 86_400;

    private Moments() {}

    static void append(StringBuilder text, Instant instant) {
        long days = Math.floorDiv(instant.getEpochSecond(), DAY);
        long second = Math.floorMod(instant.getEpochSecond(), DAY);
        // Days are counted from 1 March of year 0, in eras of 400 years, so that leap days come last.
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        digits(text, year, 4).append('-');
        digits(text, month, 2).append('-');
        digits(text, day, 2).append('T');
        digits(text, second / 3600, 2).append(':');
        digits(text, second / 60 % 60, 2).append(':');
        digits(text, second % 60, 2).append('Z');
    }

    /** Throws {@link IllegalArgumentException} when the text is not exactly what {@link #append} writes. */
    static Instant read(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException(text);
        }
        for (int i = 0; i < LENGTH; i++) {
            char each = text.charAt(i);
            boolean digit = each >= '0' && each <= '9';
            if (SHAPE.charAt(i) == '0' ? !digit : each != SHAPE.charAt(i)) {
                throw new IllegalArgumentException(text);
            }
        }
        long month = number(text, 5, 7);
        long year = number(text, 0, 4) - (month <= 2 ? 1 : 0);
        long monthFromMarch = month > 2 ? month - 3 : month + 9;
        long era = Math.floorDiv(year, 400L);
        long yearOfEra = year - era * 400;
        long dayOfYear = (153 * monthFromMarch + 2) / 5 + number(text, 8, 10) - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        long days = era * 146_097 + dayOfEra - 719_468;
        long second = number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, 19);
        Instant instant = Instant.ofEpochSecond(days * DAY + second);
        StringBuilder again = new StringBuilder(LENGTH);
        append(again, instant);
        if (!text.contentEquals(again)) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }

    private static long number(String text, int from, int to) {
        return Long.parseLong(text, from, to, 10);
    }

    private static StringBuilder digits(StringBuilder text, long value, int width) {
        String number = Long.toString(value);
        for (int i = number.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(number);
    }
}
