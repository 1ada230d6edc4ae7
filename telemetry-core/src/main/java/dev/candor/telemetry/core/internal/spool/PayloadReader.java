package dev.candor.telemetry.core.internal.spool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what a {@link PayloadBuffer} wrote.
 *
 * <p>Every method throws {@link IllegalArgumentException} when the bytes end too early or a length makes no sense.
 */
public final class PayloadReader {

    private final byte[] bytes;
    private final @Nullable Names names;
    private int at;

    public PayloadReader(byte[] bytes) {
        this.bytes = bytes;
        this.names = null;
    }

    /** The same where most names are those of the payloads before. */
    public PayloadReader(byte[] bytes, Names names) {
        this.bytes = bytes;
        this.names = names;
    }

    /** The next byte, 0 to 255. */
    public int getByte() {
        need(1);
        return bytes[at++] & 0xFF;
    }

    /** The next byte as a flag. */
    public boolean getBoolean() {
        return getByte() != 0;
    }

    /** An unsigned LEB128 number. */
    public long getVarint() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = getByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a varint of more than ten bytes");
    }

    /** A zigzag number. */
    public long getSigned() {
        long value = getVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Four bytes. */
    public int getInt() {
        need(4);
        int value = PayloadBuffer.intAt(bytes, at);
        at += 4;
        return value;
    }

    /** Eight bytes. */
    public long getLong() {
        need(8);
        long value = PayloadBuffer.longAt(bytes, at);
        at += 8;
        return value;
    }

    /** Eight bytes as a double. */
    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /** A length and that many bytes. */
    public byte[] getBytes() {
        int size = size();
        byte[] copy = Arrays.copyOfRange(bytes, at, at + size);
        at += size;
        return copy;
    }

    /** Goes past a length and that many bytes if they are these; else it stays where it is. */
    public boolean skips(byte[] expected) {
        int start = at;
        int size = size();
        if (Arrays.equals(bytes, at, at + size, expected, 0, expected.length)) {
            at += size;
            return true;
        }
        at = start;
        return false;
    }

    /** A length and that many bytes of UTF-8. */
    public String getString() {
        int size = size();
        String value = new String(bytes, at, size, StandardCharsets.UTF_8);
        at += size;
        return value;
    }

    /** A string that is likely to come again. */
    public String getName() {
        Names known = names;
        if (known == null) {
            return getString();
        }
        int size = size();
        String name = known.of(bytes, at, size);
        at += size;
        return name;
    }

    /** How many bytes are left. */
    public int remaining() {
        return bytes.length - at;
    }

    private int size() {
        long size = getVarint();
        if (size < 0 || size > remaining()) {
            throw new IllegalArgumentException("a length of " + size + " with " + remaining() + " bytes left");
        }
        return (int) size;
    }

    private void need(int count) {
        if (count > remaining()) {
            throw new IllegalArgumentException("the payload ends too early");
        }
    }
}
