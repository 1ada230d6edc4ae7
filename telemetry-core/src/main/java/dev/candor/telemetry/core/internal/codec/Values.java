package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attribute values as a tag byte and the value. */
final class Values {
    static final int STRING = 1;
    static final int LONG = 2;
    static final int DOUBLE = 3;
    static final int FALSE = 4;
    static final int TRUE = 5;
    static final int LIST = 6;
    static final int MAP = 7;

    /** Deeper than any value that the catalogue lets through. */
    private static final int DEEPEST = 70;

    private Values() {}

    static void write(PayloadBuffer out, Object value) {
        if (value instanceof String text) {
            out.putByte(STRING);
            out.putString(text);
        } else if (value instanceof Number number) {
            writeNumber(out, number);
        } else if (value instanceof Boolean flag) {
            out.putByte(flag ? TRUE : FALSE);
        } else if (value instanceof List<?> items) {
            out.putByte(LIST);
            out.putVarint(items.size());
            for (Object item : items) {
                write(out, item);
            }
        } else if (value instanceof Map<?, ?> members) {
            out.putByte(MAP);
            writeEntries(out, members);
        } else {
            // What is no value of the catalogue is named by its kind and not by its content.
            out.putByte(STRING);
            out.putString("<unknown>");
        }
    }

    /** A whole number that fits stays whole; all others keep their fraction. */
    private static void writeNumber(PayloadBuffer out, Number number) {
        boolean whole = number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || (number instanceof BigInteger large && large.bitLength() < Long.SIZE);
        if (whole) {
            out.putByte(LONG);
            out.putSigned(number.longValue());
        } else {
            out.putByte(DOUBLE);
            out.putDouble(number.doubleValue());
        }
    }

    static void writeEntries(PayloadBuffer out, Map<?, ?> members) {
        out.putVarint(members.size());
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.putString(String.valueOf(member.getKey()));
            write(out, member.getValue());
        }
    }

    static Object read(PayloadReader in) {
        return read(in, 0);
    }

    static Map<String, Object> readEntries(PayloadReader in) {
        return readEntries(in, 0);
    }

    private static Object read(PayloadReader in, int depth) {
        int tag = in.getByte();
        return switch (tag) {
            case STRING -> in.getString();
            case LONG -> in.getSigned();
            case DOUBLE -> in.getDouble();
            case FALSE -> false;
            case TRUE -> true;
            case LIST -> readItems(in, depth);
            case MAP -> readEntries(in, depth);
            default -> throw new IllegalArgumentException("a value with tag " + tag);
        };
    }

    private static List<Object> readItems(PayloadReader in, int depth) {
        int size = size(in, depth);
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(read(in, depth + 1));
        }
        return items;
    }

    private static Map<String, Object> readEntries(PayloadReader in, int depth) {
        int size = size(in, depth);
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            members.put(in.getName(), read(in, depth + 1));
        }
        return members;
    }

    /** A number of items, each of which takes at least one byte. */
    static int size(PayloadReader in, int depth) {
        long size = in.getVarint();
        if (size < 0 || size > in.remaining() || depth > DEEPEST) {
            throw new IllegalArgumentException("a collection of " + size + " items at depth " + depth);
        }
        return (int) size;
    }
}
