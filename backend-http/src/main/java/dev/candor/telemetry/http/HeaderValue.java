package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import org.jspecify.annotations.Nullable;

/** Checks that a key or token can stand in a header or a body without changing what is around it. */
public final class HeaderValue {
    private static final int LONGEST = 4096;

    private HeaderValue() {}

    /**
     * The value of a secret setting without white space around it.
     *
     * @throws SettingsException when it holds a line break, a control character or anything but ASCII, is empty or is longer than 4,096
     *     characters; the message does not hold the value
     */
    public static String of(SettingValue setting) throws SettingsException {
        String value = setting.value().strip();
        String problem = problem(value);
        if (problem != null) {
            throw new SettingsException(setting.key(), setting.place(), Masked.secret(), problem);
        }
        return value;
    }

    /** What is wrong with it as a header's value, or null. */
    static @Nullable String problem(String value) {
        if (value.isEmpty()) {
            return "is empty";
        }
        if (value.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n') {
                return "holds a line break";
            }
            if (c < ' ' || c == 0x7f) {
                return "holds a control character";
            }
            if (c > 0x7f) {
                return "holds a character that is not ASCII";
            }
        }
        return null;
    }
}
