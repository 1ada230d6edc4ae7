package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;

/** Looks through a segment that is new to this process. One thread at a time. */
final class Stocktaking {

    private static final int LEAST_READ = 2 * 1024 * 1024;

    private final Depot depot;
    private final Checksum checksum;
    private final Cursors cursors;

    Stocktaking(Depot depot, Checksum checksum) {
        this.depot = depot;
        this.checksum = checksum;
        this.cursors = new Cursors(depot.fs());
    }

    /**
     * Reads and counts a segment.
     *
     * @throws NotASegment when there is no such thing in the file
     */
    Content look(String file, String id) throws IOException {
        byte[] bytes = depot.fs().read(file, 0, most());
        SegmentHeader header = SegmentHeader.read(checksum, bytes);
        if (header == null) {
            throw new NotASegment(kind(bytes));
        }
        boolean damaged = false;
        if (header.packed()) {
            Packed packed = Packed.expand(bytes, header, checksum, most());
            bytes = packed.plain();
            damaged = packed.damaged();
        }
        Segment segment =
                new Segment(id, file, header, bytes.length, depot.ages().monotonic(), false);
        segment.modified = depot.fs().modified(file);
        segment.withdrawn = depot.withdrawals().since(header.generation());
        Content content = new Content(segment, bytes, checksum);
        FrameScanner frames = content.frames();
        for (int at = frames.next(); at >= 0; at = frames.next()) {
            content.newest = Math.max(content.newest, FrameView.timeAt(bytes, at));
            content.waitingFrames += count(segment, bytes, at, header.length()) ? 1 : 0;
        }
        segment.damaged = damaged || frames.damaged();
        return content;
    }

    /** Reads a segment again whose counts are known. */
    Content read(Segment segment) throws IOException {
        byte[] bytes = depot.fs().read(segment.file, 0, segment.header.packed() ? most() : segment.end);
        if (segment.header.packed()) {
            bytes = Packed.expand(bytes, segment.header, checksum, most()).plain();
        }
        return new Content(segment, bytes, checksum);
    }

    private int most() {
        return Math.max(LEAST_READ, 4 * depot.options().limits().segmentBytes());
    }

    private static NotASegment.Kind kind(byte[] bytes) {
        if (SegmentHeader.isOfAnotherVersion(bytes)) {
            return NotASegment.Kind.OTHER_VERSION;
        }
        // A header without frames behind it is what a process leaves that dies in its first write.
        return bytes.length <= SegmentHeader.SIZE ? NotASegment.Kind.EMPTY : NotASegment.Kind.DAMAGED;
    }

    /** Whether anybody waits for the frame. */
    private boolean count(Segment segment, byte[] bytes, int at, int start) {
        boolean waits = false;
        for (int i = 0; i < FrameView.destinationsAt(bytes, at); i++) {
            long destination = FrameView.destinationAt(bytes, at, i);
            Stock stock = segment.stock(destination);
            if (stock == null) {
                int cursor = cursors.read(segment.id, segment.header.salt(), destination);
                stock = segment.stock(destination, depot.accounts(), Math.max(start, cursor));
            }
            if (at >= stock.cursor) {
                stock.waiting++;
                waits = true;
            }
        }
        return waits;
    }
}
