package dev.candor.telemetry.core.internal.spool;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The compressed form of a segment that nobody writes to any more.
 *
 * <pre>
 * header of version 2 | blocks
 * block: length u32 | crc32c u32 | offset u32 | size u32 | frames, deflated (RFC 1951)
 * </pre>
 *
 * <p>The length counts what follows the checksum, and the checksum covers the same bytes, salted. Offset and size say where
 * the frames stand in the segment's plain form; cursors count in that form. The frames keep their own checksums: of a
 * damaged block those before the damage still come, and no altered one does.
 */
final class Packed {

    /** Frames are gathered to so many bytes for a block: damage costs one block at most. */
    static final int BLOCK = 32 * 1024;

    private static final int PREFIX = 16;
    private static final int MOST_IN_BLOCK = BLOCK + FrameFormat.MAX_FRAME;
    private static final int BUDGET_FACTOR = 64;

    private final byte[] file;
    private final long salt;
    private final Checksum checksum;
    private final int most;
    private byte[] plain;
    private long budget;
    private boolean damaged;

    private Packed(byte[] file, SegmentHeader header, Checksum checksum, int most) {
        this.file = file;
        this.salt = header.salt();
        this.checksum = checksum;
        this.most = most;
        this.plain = Arrays.copyOf(file, Math.min(file.length, header.length()));
        this.budget = (long) BUDGET_FACTOR * file.length;
    }

    /**
     * Brings a packed segment into its plain form, as far as its blocks are whole.
     *
     * @param most how long the plain form may be: no file can ask for more memory
     */
    static Packed expand(byte[] file, SegmentHeader header, Checksum checksum, int most) {
        Packed packed = new Packed(file, header, checksum, most);
        packed.expand(header.length());
        if (packed.damaged) {
            packed.forgetRepeats(header.length());
        }
        return packed;
    }

    /** Appends a block of sealed frames. */
    static void write(Group frames, int offset, Checksum checksum, long salt, PayloadBuffer out) {
        byte[] buffer = new byte[frames.length() + frames.length() / 8 + 64];
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        int count;
        try {
            deflater.setInput(frames.array(), 0, frames.length());
            deflater.finish();
            count = deflater.deflate(buffer);
        } finally {
            deflater.end();
        }
        int start = out.length();
        out.putInt(count + PREFIX - 8);
        out.putInt(0);
        out.putInt(offset);
        out.putInt(frames.length());
        out.putBytes(buffer, 0, count);
        out.setInt(start + 4, checksum.of(salt, out.array(), start + 8, count + PREFIX - 8));
    }

    /** The segment as if it had never been packed; zeros stand for what could not be read. */
    byte[] plain() {
        return plain;
    }

    /** Whether anything could not be read. */
    boolean damaged() {
        return damaged;
    }

    private void expand(int start) {
        int at = start;
        int expected = start;
        while (at < file.length) {
            int length = wholeAt(at);
            if (length > 0) {
                int offset = PayloadBuffer.intAt(file, at + 8);
                int size = PayloadBuffer.intAt(file, at + 12);
                inflate(at, at + 8 + length, offset, size);
                expected = offset + size;
                at += 8 + length;
            } else {
                damaged = true;
                int next = at + 1;
                while (next < file.length && budget > 0 && wholeAt(next) < 0) {
                    next++;
                }
                inflate(at, budget > 0 ? next : file.length, expected, Math.min(MOST_IN_BLOCK, most - expected));
                at = budget > 0 ? next : file.length;
            }
        }
    }

    // Deflated bytes say what to repeat of those before. Zeros among them may say: the last frame once more, and its
    // checksum is right.
    private void forgetRepeats(int start) {
        FrameScanner scanner = new FrameScanner(checksum, salt, plain, start, plain.length);
        Set<UUID> seen = new HashSet<>();
        for (int at = scanner.next(); at >= 0; at = scanner.next()) {
            if (!seen.add(FrameView.idAt(plain, at))) {
                // The scanner is past it.
                Arrays.fill(plain, at, scanner.frameEnd(), (byte) 0);
            }
        }
    }

    /** The length of the whole block at an offset; -1 when there is none. */
    private int wholeAt(int at) {
        if (file.length - at <= PREFIX) {
            return -1;
        }
        int length = PayloadBuffer.intAt(file, at);
        int offset = PayloadBuffer.intAt(file, at + 8);
        int size = PayloadBuffer.intAt(file, at + 12);
        boolean plausible = length > PREFIX - 8
                && length <= file.length - at - 8
                && size > 0
                && size <= MOST_IN_BLOCK
                && offset >= 0
                && offset <= most - size;
        if (!plausible) {
            return -1;
        }
        budget -= length;
        return PayloadBuffer.intAt(file, at + 4) == checksum.of(salt, file, at + 8, length) ? length : -1;
    }

    /** Inflates as far as it goes: what is wrong behind that fails its own checksum. */
    private void inflate(int block, int end, int offset, int size) {
        if (end - block <= PREFIX || size <= 0) {
            return;
        }
        byte[] frames = new byte[size];
        int count = 0;
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, block + PREFIX, end - block - PREFIX);
            int step = inflater.inflate(frames);
            while (step > 0 && count + step < size) {
                count += step;
                step = inflater.inflate(frames, count, size - count);
            }
            count += step;
        } catch (DataFormatException broken) {
            damaged = true;
            // What came before the damage. All that was asked for would be zeros to look through, again and again.
            count = (int) Math.min(size, inflater.getBytesWritten());
        } finally {
            inflater.end();
        }
        if (plain.length < offset + count) {
            plain = Arrays.copyOf(plain, offset + count);
        }
        System.arraycopy(frames, 0, plain, offset, count);
    }
}
