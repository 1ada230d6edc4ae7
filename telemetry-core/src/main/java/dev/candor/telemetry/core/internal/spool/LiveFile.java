package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The open end of a segment that is being written. One thread writes; another may sync meanwhile. */
final class LiveFile {

    final Segment segment;
    private final SpoolFs fs;
    private final SpoolFs.Appender out;
    private volatile boolean dirty;

    private LiveFile(Segment segment, SpoolFs fs, SpoolFs.Appender out) {
        this.segment = segment;
        this.fs = fs;
        this.out = out;
        segment.live = true;
    }

    /** Begins a segment that did not exist. */
    static LiveFile create(SpoolFs fs, Checksum checksum, String id, SegmentHeader header, long now)
            throws IOException {
        String name = id.concat(SegmentName.OPEN);
        PayloadBuffer bytes = new PayloadBuffer();
        header.write(checksum, bytes);
        SpoolFs.Appender out = fs.create(name);
        try {
            out.write(bytes.array(), 0, bytes.length());
        } catch (IOException failed) {
            out.close();
            fs.delete(name);
            throw failed;
        }
        return new LiveFile(new Segment(id, name, header, bytes.length(), now, true), fs, out);
    }

    void write(Group group) throws IOException {
        dirty = true;
        out.write(group.array(), 0, group.length());
    }

    /** Whether the file still has its name: nobody has taken it over. */
    boolean isThere() {
        return fs.length(segment.file) > 0;
    }

    boolean isDirty() {
        return dirty;
    }

    void sync() throws IOException {
        if (dirty) {
            // Only once: what a failed sync could not write the kernel may have dropped, and the next one succeeds.
            dirty = false;
            out.sync();
        }
    }

    /** Syncs as far as possible and closes. */
    @Nullable
    IOException close() {
        IOException unsynced = null;
        try {
            sync();
        } catch (IOException failed) {
            unsynced = failed;
        }
        drop();
        return unsynced;
    }

    /** Closes without a sync: its content is of no more use, and whoever writes should not wait for the disk. */
    void drop() {
        dirty = false;
        try {
            out.close();
        } catch (IOException failed) {
            // Nothing was buffered.
        }
    }

    /** How many frames of a group, from the first on, a failed write got into the file whole. */
    int wholeFrames(Group group) {
        try {
            byte[] written = fs.read(segment.file, segment.end, group.length());
            int whole = 0;
            while (whole < group.count() && group.isAt(whole, written)) {
                whole++;
            }
            return whole;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
