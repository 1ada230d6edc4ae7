package dev.candor.telemetry.core.internal.spool;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growable byte buffer that its owner uses again and again.
 *
 * <p>Writing never throws for want of room: past its limit the buffer drops what comes and remembers that it
 * {@linkplain #overflowed overflowed}. Numbers are little-endian; a string is the varint of its UTF-8 length and those
 * bytes. {@link PayloadReader} reads it back.
 */
public final class PayloadBuffer {

    private static final int INITIAL = 1024;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int HEX_DIGITS = 16;
    private static final int LONGEST_NAME = 128;

    private byte[] bytes = new byte[INITIAL];
    private int length;
    private int limit = Integer.MAX_VALUE - 64;
    private boolean overflowed;

    /** Up to where can be written without a second thought; 0 after an overflow. */
    private int end = INITIAL;

    private @Nullable WrittenNames names;

    /** Writes the low eight bits. */
    public void putByte(int value) {
        if (room(1)) {
            bytes[length++] = (byte) value;
        }
    }

    /** Writes 0 or 1. */
    public void putBoolean(boolean value) {
        putByte(value ? 1 : 0);
    }

    /** Writes an unsigned LEB128 number: one byte for 0 to 127, ten for a negative one. */
    public void putVarint(long value) {
        int more = (Long.SIZE - 1 - Long.numberOfLeadingZeros(value | 1)) / 7;
        if (room(more + 1)) {
            long rest = value;
            for (int i = 0; i < more; i++) {
                bytes[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }
    }

    /** Writes a number as 16 lower-case hex digits. */
    public void putHex(long value) {
        if (room(HEX_DIGITS)) {
            putLong(hex(value >>> Integer.SIZE));
            putLong(hex(value));
        }
    }

    /** The digits of the lower half as ASCII, the first in the lowest byte, all eight worked out at once. */
    private static long hex(long value) {
        long spread = (value & 0xFFFF_0000L) >>> 16 | (value & 0xFFFFL) << 32;
        spread = (spread & 0xFF00_0000_FF00L) >>> 8 | (spread & 0xFF_0000_00FFL) << 16;
        spread = (spread & 0xF0_00F0_00F0_00F0L) >>> 4 | (spread & 0xF_000F_000F_000FL) << 8;
        long letters = (spread + 0x0606_0606_0606_0606L) >>> 4 & 0x0101_0101_0101_0101L;
        return spread + 0x3030_3030_3030_3030L + letters * ('a' - '0' - 10);
    }

    /** Writes a signed number so that small negative ones are short as well (zigzag). */
    public void putSigned(long value) {
        putVarint((value << 1) ^ (value >> 63));
    }

    /** Writes four bytes. */
    public void putInt(int value) {
        if (room(4)) {
            setInt(length, value);
            length += 4;
        }
    }

    /** Writes eight bytes. */
    public void putLong(long value) {
        if (room(8)) {
            for (int i = 0; i < 8; i++) {
                bytes[length + i] = (byte) (value >>> (8 * i));
            }
            length += 8;
        }
    }

    /** Writes the eight bytes of an IEEE 754 double. */
    public void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    /** Writes raw bytes without their length. */
    public void putBytes(byte[] source, int offset, int count) {
        if (room(count)) {
            System.arraycopy(source, offset, bytes, length, count);
            length += count;
        }
    }

    /** Writes the length and then the bytes. */
    public void putBytes(byte[] source) {
        putVarint(source.length);
        putBytes(source, 0, source.length);
    }

    /** Writes the length and the UTF-8 bytes; a lone surrogate becomes U+FFFD. */
    public void putString(String value) {
        if (putShortAscii(value)) {
            return;
        }
        int size = utf8Length(value);
        putVarint(size);
        if (!room(size)) {
            return;
        }
        if (size == value.length()) {
            for (int i = 0; i < size; i++) {
                bytes[length++] = (byte) value.charAt(i);
            }
            return;
        }
        for (int i = 0; i < value.length(); ) {
            int point = codePoint(value, i);
            putCodePoint(point);
            i += point >= 0x10000 ? 2 : 1;
        }
    }

    /** Writes a string that is likely to come again as the same object: a key, or the name of a kind of event. */
    public void putName(String value) {
        WrittenNames known = names;
        byte[] before = known == null ? null : known.of(value);
        if (before != null) {
            putBytes(before, 0, before.length);
        } else {
            int start = length;
            putString(value);
            if (known != null && !overflowed && length - start <= LONGEST_NAME) {
                known.keep(value, bytes, start, length);
            }
        }
    }

    /** From now on what was written for names is remembered: worth it for thousands of frames. */
    void rememberNames() {
        names = new WrittenNames();
    }

    /** Writes what nearly every string is in one go, its length in one byte; false, and nothing written, where it is not. */
    private boolean putShortAscii(String value) {
        int size = value.length();
        if (size >= 0x80 || size >= limit - length || !room(1 + size)) {
            return false;
        }
        int at = length;
        bytes[at++] = (byte) size;
        for (int i = 0; i < size; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            bytes[at++] = (byte) c;
        }
        length = at;
        return true;
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** Whether something was left out because the limit was reached. */
    public boolean overflowed() {
        return overflowed;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets everything, keeps the memory. */
    public void clear() {
        length = 0;
        forgive();
    }

    /** Whether what was written and other bytes are the same, as far as was written. */
    boolean startsWith(byte[] other) {
        return Arrays.equals(bytes, 0, length, other, 0, Math.min(length, other.length));
    }

    byte[] array() {
        return bytes;
    }

    /** Nothing is written past this length from now on; past mishaps are forgiven. */
    void limit(int newLimit) {
        limit = newLimit;
        forgive();
    }

    private void forgive() {
        overflowed = false;
        end = Math.min(limit, bytes.length);
    }

    void truncate(int newLength) {
        length = newLength;
    }

    void setInt(int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
        bytes[at + 2] = (byte) (value >>> 16);
        bytes[at + 3] = (byte) (value >>> 24);
    }

    /** The number that {@link #putInt} wrote. */
    static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    /** The number that {@link #putLong} wrote. */
    static long longAt(byte[] bytes, int at) {
        return (intAt(bytes, at) & 0xFFFFFFFFL) | (long) intAt(bytes, at + 4) << 32;
    }

    private boolean room(int count) {
        return count <= end - length || grow(count);
    }

    private boolean grow(int count) {
        if (overflowed || count > limit - length) {
            overflowed = true;
            end = 0;
            return false;
        }
        bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        end = Math.min(limit, bytes.length);
        return true;
    }

    private static int utf8Length(String value) {
        int size = 0;
        for (int i = 0; i < value.length(); ) {
            int point = codePoint(value, i);
            size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            i += point >= 0x10000 ? 2 : 1;
        }
        return size;
    }

    private static int codePoint(String value, int at) {
        int point = value.codePointAt(at);
        return point >= 0xD800 && point <= 0xDFFF ? REPLACEMENT : point;
    }

    private void putCodePoint(int point) {
        if (point < 0x80) {
            bytes[length++] = (byte) point;
        } else if (point < 0x800) {
            bytes[length++] = (byte) (0xC0 | (point >> 6));
            putContinuation(point);
        } else if (point < 0x10000) {
            bytes[length++] = (byte) (0xE0 | (point >> 12));
            putContinuation(point >> 6);
            putContinuation(point);
        } else {
            bytes[length++] = (byte) (0xF0 | (point >> 18));
            putContinuation(point >> 12);
            putContinuation(point >> 6);
            putContinuation(point);
        }
    }

    private void putContinuation(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
    }
}
