package dev.candor.telemetry.core.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line that holds one object of JSON, written from bytes to bytes.
 *
 * <p>A receipt shows up to 16 KiB of a post. To make characters of them and then bytes again takes longer than many a post.
 */
final class JsonLine {
    private static final String HEX = "0123456789abcdef";

    private byte[] line;
    private int end;

    /** An object that will take about so many bytes. */
    JsonLine(int expected) {
        line = new byte[expected];
    }

    /** Adds a text. */
    JsonLine text(String name, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return text(name, utf8, utf8.length);
    }

    /** Adds a text of which the first {@code count} bytes are the UTF-8. */
    JsonLine text(String name, byte[] utf8, int count) {
        name(name);
        quoted(utf8, count);
        return this;
    }

    /** Adds a number. */
    JsonLine number(String name, long value) {
        name(name);
        byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        put(digits, 0, digits.length);
        return this;
    }

    /** The object, and its line feed. */
    byte[] ended() {
        put('}');
        put('\n');
        return Arrays.copyOf(line, end);
    }

    private void name(String name) {
        put(end == 0 ? '{' : ',');
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        quoted(utf8, utf8.length);
        put(':');
    }

    private void quoted(byte[] utf8, int count) {
        put('"');
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (!isPlain(utf8[i])) {
                put(utf8, from, i);
                escape(utf8[i]);
                from = i + 1;
            }
        }
        put(utf8, from, count);
        put('"');
    }

    private static boolean isPlain(byte next) {
        return next < 0 || (next >= ' ' && next != '"' && next != '\\');
    }

    private void escape(byte next) {
        put('\\');
        if (next < ' ') {
            put('u');
            put('0');
            put('0');
            put(HEX.charAt(next >> 4));
            put(HEX.charAt(next & 15));
        } else {
            put((char) next);
        }
    }

    private void put(char ascii) {
        room(1);
        line[end++] = (byte) ascii;
    }

    private void put(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, line, end, to - from);
        end += to - from;
    }

    private void room(int more) {
        if (line.length - end < more) {
            line = Arrays.copyOf(line, 2 * line.length + more);
        }
    }
}
