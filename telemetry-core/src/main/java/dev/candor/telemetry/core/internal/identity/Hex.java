package dev.candor.telemetry.core.internal.identity;

/** Lower-case hex digits, without the regular expressions and formatters that a short command would have to load. */
public final class Hex {

    private static final String DIGITS = "0123456789abcdef";

    private Hex() {}

    /** 32 digits. */
    public static String of(long high, long low) {
        char[] digits = new char[32];
        put(high, digits, 0);
        put(low, digits, 16);
        return new String(digits);
    }

    static String of(byte[] bytes, int length) {
        char[] digits = new char[2 * length];
        for (int i = 0; i < length; i++) {
            digits[2 * i] = DIGITS.charAt((bytes[i] >> 4) & 15);
            digits[2 * i + 1] = DIGITS.charAt(bytes[i] & 15);
        }
        return new String(digits);
    }

    /** Whether {@code text} is exactly {@code length} lower-case digits. */
    static boolean is(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (DIGITS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    static byte[] bytes(String digits) {
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (Character.digit(digits.charAt(2 * i), 16) << 4 | Character.digit(digits.charAt(2 * i + 1), 16));
        }
        return bytes;
    }

    private static void put(long value, char[] digits, int from) {
        for (int i = 15; i >= 0; i--) {
            digits[from + i] = DIGITS.charAt((int) (value & 15));
            value >>>= 4;
        }
    }
}
