package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which purposes were withdrawn since a segment was begun.
 *
 * <p>A file that only grows, one byte of purposes for each withdrawal: appending one byte is atomic without a lock, and
 * its length is the generation that a segment's header holds. Used by one thread at a time.
 */
final class Withdrawals {

    static final String FILE = "withdrawn";
    private static final int MOST = 1 << 20;

    private final SpoolFs fs;
    private byte[] marks = new byte[0];

    Withdrawals(SpoolFs fs) {
        this.fs = fs;
    }

    /** Looks at the file again; whether somebody withdrew something since the last look. */
    synchronized boolean refresh() {
        long length = Math.min(MOST, fs.length(FILE));
        if (length == marks.length) {
            return false;
        }
        try {
            marks = fs.read(FILE, 0, (int) length);
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** How many withdrawals there were at the last look. */
    synchronized int generation() {
        return marks.length;
    }

    /** The purposes that were withdrawn after a generation. */
    synchronized Set<Purpose> since(int generation) {
        int mask = 0;
        for (int i = Math.max(0, generation); i < marks.length; i++) {
            mask |= marks[i];
        }
        if (mask == 0) {
            return Set.of();
        }
        Set<Purpose> purposes = new TreeSet<>();
        for (Purpose purpose : Purpose.values()) {
            if ((mask & bit(purpose)) != 0) {
                purposes.add(purpose);
            }
        }
        return purposes;
    }

    synchronized void add(Set<Purpose> purposes) throws IOException {
        int mask = 0;
        for (Purpose purpose : purposes) {
            mask |= bit(purpose);
        }
        try (SpoolFs.Appender out = open()) {
            out.write(new byte[] {(byte) mask}, 0, 1);
            out.sync();
        }
        refresh();
    }

    private SpoolFs.Appender open() throws IOException {
        if (fs.length(FILE) > 0) {
            return fs.append(FILE);
        }
        try {
            return fs.create(FILE);
        } catch (IOException raced) {
            return fs.append(FILE);
        }
    }

    private static int bit(Purpose purpose) {
        return switch (FrameFormat.code(purpose)) {
            case 'U' -> 1;
            case 'E' -> 2;
            case 'T' -> 4;
            case 'M' -> 8;
            default -> 16;
        };
    }
}
