package dev.candor.telemetry.core.internal.delivery;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about a destination that does not answer well, also by the next process.
 *
 * @param failures failed attempts in a row
 * @param nextAttemptMillis when the next attempt may be made, in milliseconds since 1970
 * @param paused whether a person has to mend a setting first
 * @param settings fingerprint of the destination's settings at that time, without white space
 * @param reason what went wrong, one line for people
 */
public record BreakerState(int failures, long nextAttemptMillis, boolean paused, String settings, String reason) {
    private static final String VERSION = "1";
    private static final int FIELDS = 7;
    private static final int REASON_LENGTH = 200;

    /** Nothing is wrong. */
    static final BreakerState CLOSED = new BreakerState(0, 0, false, "", "");

    /** Makes one short printable line of {@code reason}. */
    public BreakerState {
        reason = printable(reason);
    }

    /**
     * How long to wait from {@code nowMillis} on.
     *
     * <p>Zero also where the answer makes no sense: other settings, or a moment further away than anything this library asks for, which
     * comes from a clock that was wrong.
     */
    public long waitMillis(String currentSettings, long nowMillis) {
        long left = nextAttemptMillis - nowMillis;
        return left < 0 || left > Backoff.LONGEST_MILLIS || !settings.equals(currentSettings) ? 0 : left;
    }

    /** The form in which it is kept. */
    String line() {
        String fields = failures + " " + nextAttemptMillis + " " + (paused ? 1 : 0) + " " + settings;
        return VERSION + " " + checksum(fields + " " + reason) + " " + fields + " " + reason;
    }

    /** What {@link #line} wrote; null for anything else, however little it is torn. */
    static @Nullable BreakerState parse(String line) {
        String[] fields = line.split(" ", FIELDS);
        if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
            return null;
        }
        String rest = line.substring(fields[0].length() + fields[1].length() + 2);
        if (!checksum(rest).equals(fields[1])) {
            return null;
        }
        try {
            return new BreakerState(
                    Integer.parseInt(fields[2]),
                    Long.parseLong(fields[3]),
                    fields[4].equals("1"),
                    fields[5],
                    fields[6]);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** One short line of {@code reason} without anything that could steer a terminal. */
    static String printable(String reason) {
        int length = Math.min(reason.length(), REASON_LENGTH);
        StringBuilder line = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = reason.charAt(i);
            line.append(c < ' ' || c > '~' ? '?' : c);
        }
        return line.toString();
    }
}
