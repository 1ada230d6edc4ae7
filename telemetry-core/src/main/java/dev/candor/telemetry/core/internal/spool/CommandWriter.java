package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The shortest way of a short command's events to disk.
 *
 * <p>It does what {@link SegmentWriter} does, and for the same reasons, without knowing what is in the spool: a cold
 * process loads a third of the classes for it. One thread at a time.
 */
final class CommandWriter {

    private static final int ATTEMPTS = 3;

    private final SpoolFs fs;
    private final SpoolOptions options;
    private final Identity identity;
    private final Checksum checksum = new Checksum();
    private final Tails tails;
    private boolean prepared;

    private SpoolFs.@Nullable Appender out;
    private String id = "";
    private String name = "";
    private long salt;
    private int length;
    private long writtenAt;
    private int generation = -1;

    CommandWriter(SpoolFs fs, SpoolOptions options) {
        this.fs = fs;
        this.options = options;
        this.identity = new Identity(options.time());
        this.tails = new Tails(fs, checksum);
    }

    /** Whether a purpose may have been withdrawn since the segment was begun. */
    boolean isOutdated() {
        return out != null && fs.length(Withdrawals.FILE) != generation;
    }

    /** How many withdrawals there were when the segment was begun; -1 when none was. */
    int generation() {
        return generation;
    }

    /** Appends one frame; when this throws the frame is not in any segment. */
    void append(PayloadBuffer frame) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SpoolFs.Appender to = appender();
            FrameFormat.seal(frame, checksum, salt);
            try {
                to.write(frame.array(), 0, frame.length());
            } catch (IOException failed) {
                if (isWritten(frame)) {
                    return;
                }
                end();
                throw failed;
            }
            // Whoever takes the segment over from now on reads this frame.
            if (fs.length(name) > 0) {
                length += frame.length();
                writtenAt = options.time().monotonicMillis();
                return;
            }
            close();
        }
        throw new IOException("the segment is taken away again and again");
    }

    void sync() throws IOException {
        if (out != null) {
            try {
                out.sync();
            } catch (IOException failed) {
                close();
                throw failed;
            }
        }
    }

    /**
     * Leaves the segment to others, and syncs it; whether it had become a full one.
     *
     * <p>In this order, because a sync may take long: others need not wait for the lease of a segment that is complete.
     */
    boolean end() {
        if (out == null) {
            return false;
        }
        boolean full = isFull();
        if (full || !tails.give(id)) {
            try {
                fs.rename(name, id.concat(SegmentName.FREE));
            } catch (IOException stays) {
                // It keeps its name, and a reader takes it over after the lease.
            }
        }
        try {
            out.sync();
        } catch (IOException unsynced) {
            // Nothing can be done for bytes that the kernel could not write.
        }
        close();
        return full;
    }

    boolean isFull() {
        return length >= options.limits().segmentBytes();
    }

    private SpoolFs.Appender appender() throws IOException {
        // A reader may have taken the segment over after a lease without a write.
        boolean forgotten = options.time().monotonicMillis() - writtenAt
                > options.limits().lease().toMillis() / 2;
        if (out != null && forgotten && fs.length(name) == 0) {
            close();
        }
        SpoolFs.Appender current = out;
        return current != null ? current : open();
    }

    private SpoolFs.Appender open() throws IOException {
        if (!prepared) {
            fs.prepare(true, false);
            prepared = true;
        }
        long now = options.time().wallMillis();
        generation = (int) fs.length(Withdrawals.FILE);
        id = identity.nextId(now);
        name = id.concat(SegmentName.OPEN);
        SegmentHeader header = tails.take(id, options.limits().segmentBytes(), generation, now);
        SpoolFs.Appender opened = header == null ? null : fs.append(name);
        if (header == null || opened == null) {
            id = identity.nextId(now);
            name = id.concat(SegmentName.OPEN);
            header = new SegmentHeader(now, identity.next(), generation, false, Collections.emptyList());
            opened = begin(header);
        }
        out = opened;
        salt = header.salt();
        length = (int) fs.length(name);
        writtenAt = options.time().monotonicMillis();
        return opened;
    }

    private SpoolFs.Appender begin(SegmentHeader header) throws IOException {
        PayloadBuffer bytes = new PayloadBuffer();
        header.write(checksum, bytes);
        SpoolFs.Appender created = fs.create(name);
        try {
            created.write(bytes.array(), 0, bytes.length());
            return created;
        } catch (IOException failed) {
            created.close();
            fs.delete(name);
            throw failed;
        }
    }

    /** Whether a failed write got the whole frame into the file after all. */
    private boolean isWritten(PayloadBuffer frame) {
        try {
            byte[] there = fs.read(name, length, frame.length());
            if (there.length < frame.length() || !frame.startsWith(there)) {
                return false;
            }
            length += frame.length();
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void close() {
        SpoolFs.Appender closing = out;
        out = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (IOException closed) {
            // Nothing was buffered.
        }
    }
}
