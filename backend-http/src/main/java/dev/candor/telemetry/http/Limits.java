package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
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
    private static final String TIMEOUT = "timeout";

    /** 5 seconds to connect, 10 seconds in all, 64 KiB. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 64 * 1024);
    }

    /** The setting that {@link #of} reads, for {@link dev.candor.telemetry.spi.BackendSpec#settings()}. */
    public static Setting setting() {
        return new Setting(
                TIMEOUT, false, false, "Seconds that one post may take in all, 0.1 to 60; 10 where it is not set.");
    }

    /**
     * The standard limits with the time in all that the setting {@code timeout} gives.
     *
     * @throws SettingsException when it is not a number of seconds from 0.1 to 60
     */
    public static Limits of(BackendContext context) throws SettingsException {
        SettingValue setting = context.setting(TIMEOUT).orElse(null);
        if (setting == null) {
            return standard();
        }
        double seconds = seconds(setting.value().strip());
        if (!(seconds >= 0.1 && seconds <= 60)) {
            throw new SettingsException(
                    setting.key(),
                    setting.place(),
                    Masked.url(setting.value()),
                    "is not a number of seconds from 0.1 to 60");
        }
        return standard().within(Duration.ofMillis((long) (seconds * 1000)));
    }

    private static double seconds(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException notNumber) {
            return Double.NaN;
        }
    }

    /** The same with another time in all; connecting and reading get no more than that. */
    public Limits within(Duration time) {
        return new Limits(shorter(connect, time), time, time, answerBytes);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
