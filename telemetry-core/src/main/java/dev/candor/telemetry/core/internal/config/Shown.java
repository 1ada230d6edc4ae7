package dev.candor.telemetry.core.internal.config;

/** Makes foreign text fit for one line of a message. */
public final class Shown {
    private static final int LONGEST = 64;

    private Shown() {}

    /** The text, shortened, with {@code ?} for whatever could move a cursor or forge a line. */
    public static String of(String text) {
        int end = Math.min(text.length(), LONGEST);
        StringBuilder shown = new StringBuilder(end + 3);
        for (int i = 0; i < end; i++) {
            char each = text.charAt(i);
            shown.append((each >= 0x20 && each < 0x7f) || Character.isLetterOrDigit(each) ? each : '?');
        }
        return text.length() > end ? shown.append("...").toString() : shown.toString();
    }
}
