package dev.candor.telemetry.core.internal.spool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start of a segment.
 *
 * <pre>
 * 2 × [ "CNDR" | version u8 | 0 u8 | sources u16 | created i64 | salt i64 | generation u32 | crc32c u32 ]
 * sources × 32 ASCII characters | crc32c u32 if there are any
 * </pre>
 *
 * <p>It stands there twice because without its salt no frame of the segment can be checked: one damaged bit must not
 * cost all of them.
 *
 * @param created wall milliseconds
 * @param salt what the checksums of this segment begin with
 * @param generation how many withdrawals there had been
 * @param packed whether its frames are compressed, as {@link Packed} says; that is version 2
 * @param sources the segments whose frames were moved into this one: where they still exist, they are superseded
 */
record SegmentHeader(long created, long salt, int generation, boolean packed, List<String> sources) {

    private static final int PLAIN = 1;
    private static final int PACKED = 2;

    /** The bytes before the first frame where there are no sources. */
    static final int SIZE = 64;

    private static final int COPY = 32;
    private static final int MAGIC = 0x52444E43; // "CNDR"
    private static final int MAX_SOURCES = 4_000;

    SegmentHeader {
        sources = sources.size() > MAX_SOURCES ? List.copyOf(sources.subList(0, MAX_SOURCES)) : List.copyOf(sources);
    }

    /** Whether bytes begin a segment of another version of this format. */
    static boolean isOfAnotherVersion(byte[] bytes) {
        return bytes.length >= COPY && PayloadBuffer.intAt(bytes, 0) == MAGIC && !isKnown(bytes[4]);
    }

    /** Where the first frame stands. */
    int length() {
        return sources.isEmpty() ? SIZE : SIZE + sources.size() * SegmentName.ID + 4;
    }

    void write(Checksum checksum, PayloadBuffer out) {
        for (int copy = 0; copy < 2; copy++) {
            int start = out.length();
            out.putInt(MAGIC);
            out.putByte(packed ? PACKED : PLAIN);
            out.putByte(0);
            out.putByte(sources.size());
            out.putByte(sources.size() >> 8);
            out.putLong(created);
            out.putLong(salt);
            out.putInt(generation);
            out.putInt(checksum.of(0, out.array(), start, COPY - 4));
        }
        if (!sources.isEmpty()) {
            int start = out.length();
            for (String source : sources) {
                for (int i = 0; i < SegmentName.ID; i++) {
                    out.putByte(source.charAt(i));
                }
            }
            out.putInt(checksum.of(salt, out.array(), start, out.length() - start));
        }
    }

    /** The header, from whichever of its copies is whole; null when neither is. */
    static @Nullable SegmentHeader read(Checksum checksum, byte[] bytes) {
        for (int at = 0; at + COPY <= Math.min(bytes.length, SIZE); at += COPY) {
            boolean whole = PayloadBuffer.intAt(bytes, at) == MAGIC
                    && isKnown(bytes[at + 4])
                    && PayloadBuffer.intAt(bytes, at + COPY - 4) == checksum.of(0, bytes, at, COPY - 4);
            if (whole) {
                int count = (bytes[at + 6] & 0xFF) | (bytes[at + 7] & 0xFF) << 8;
                long salt = PayloadBuffer.longAt(bytes, at + 16);
                return new SegmentHeader(
                        PayloadBuffer.longAt(bytes, at + 8),
                        salt,
                        PayloadBuffer.intAt(bytes, at + 24),
                        bytes[at + 4] == PACKED,
                        sources(checksum, salt, bytes, count));
            }
        }
        return null;
    }

    private static boolean isKnown(int version) {
        return version == PLAIN || version == PACKED;
    }

    private static List<String> sources(Checksum checksum, long salt, byte[] bytes, int count) {
        int length = count * SegmentName.ID;
        if (count == 0 || SIZE + length + 4 > bytes.length) {
            return List.of();
        }
        if (PayloadBuffer.intAt(bytes, SIZE + length) != checksum.of(salt, bytes, SIZE, length)) {
            return List.of();
        }
        List<String> sources = new ArrayList<>(count);
        StringBuilder id = new StringBuilder(SegmentName.ID);
        for (int i = 0; i < length; i++) {
            id.append((char) bytes[SIZE + i]);
            if (id.length() == SegmentName.ID) {
                sources.add(id.toString());
                id.setLength(0);
            }
        }
        return sources;
    }
}
