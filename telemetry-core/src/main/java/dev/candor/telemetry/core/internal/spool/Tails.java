package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Small segments that one short command hands to the next.
 *
 * <p>A hundred thousand commands would leave a hundred thousand files. Instead a command takes a tail by renaming it to
 * a segment of its own, writes on, and gives it back under a name that must be free. Nothing is listed, nothing is
 * locked, and a segment has one writer at any time.
 */
final class Tails {

    private static final int SLOTS = 8;

    private final SpoolFs fs;
    private final Checksum checksum;

    Tails(SpoolFs fs, Checksum checksum) {
        this.fs = fs;
        this.checksum = checksum;
    }

    /** Renames a tail to an open segment and reads its header; null when there is none that may be written on. */
    @Nullable
    SegmentHeader take(String id, int maxLength, int generation, long wallMillis) throws IOException {
        String open = id.concat(SegmentName.OPEN);
        for (int slot = 0; slot < SLOTS; slot++) {
            if (fs.length(name(slot)) > 0 && isMoved(name(slot), open)) {
                // Its last writer may be long gone: without a fresh date it would look abandoned.
                fs.touch(open, wallMillis);
                SegmentHeader header = SegmentHeader.read(checksum, fs.read(open, 0, SegmentHeader.SIZE));
                boolean usable = header != null && !header.packed() && header.generation() == generation;
                if (usable && fs.length(open) < maxLength) {
                    return header;
                }
                fs.rename(open, id.concat(SegmentName.FREE));
            }
        }
        return null;
    }

    /** Makes a closed segment a tail; false when all places are taken. */
    boolean give(String id) {
        for (int slot = 0; slot < SLOTS; slot++) {
            try {
                if (fs.renameIfAbsent(id.concat(SegmentName.OPEN), name(slot))) {
                    return true;
                }
            } catch (IOException noLinks) {
                // Not every file system has them; the readers merge what is left lying.
                return false;
            }
        }
        return false;
    }

    private boolean isMoved(String from, String to) {
        try {
            fs.rename(from, to);
            return true;
        } catch (IOException quicker) {
            return false;
        }
    }

    private static String name(int slot) {
        return SegmentName.TAIL.concat(String.valueOf((char) ('0' + slot))).concat(SegmentName.FREE);
    }
}
