package dev.candor.telemetry.http;

import java.time.Duration;

/**
 * How long one post may take and how much of its answer is read.
 *
 * @param connect until the connection stands
 * @param read between two bytes of the answer
 * @param total from the call to its return: name look-up, connection, request and answer together
 * @param answerBytes how much of the answer's body is kept, after decompression
 */
public record Limits(Duration connect, Duration read, Duration total, int answerBytes) {

    /** 5 seconds to connect, 10 seconds in all, 64 KiB. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 64 * 1024);
    }

    /** The same with another time in all, for tests and for settings. */
    public Limits within(Duration time) {
        return new Limits(shorter(connect, time), shorter(read, time), time, answerBytes);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
