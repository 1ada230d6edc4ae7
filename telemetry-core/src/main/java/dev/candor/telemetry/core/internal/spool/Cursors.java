package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;

/**
 * How far each destination has got in each segment, in a file of its own: a row of records, of which the last whole one holds.
 *
 * <pre>
 * (offset i64 | crc32c u32, salted as the segment's frames are)*
 * </pre>
 *
 * <p>A cursor that is missing, torn or of another segment reads as what it was before, or as 0: then events come again, and none is
 * lost. A record is appended, since a file that takes another one's name costs more than many a post.
 */
final class Cursors {

    private static final int SIZE = 12;

    /** After so many records the file is written anew; they fill a block of most file systems. */
    private static final int MOST = 341;

    private final SpoolFs fs;
    private final Checksum checksum = new Checksum();

    Cursors(SpoolFs fs) {
        this.fs = fs;
    }

    int read(String id, long salt, long destination) {
        String name = SegmentName.ack(id, destination);
        long length = fs.length(name);
        if (length < SIZE) {
            return 0;
        }
        try {
            byte[] bytes = fs.read(name, 0, (int) Math.min(length, MOST * SIZE));
            for (int at = bytes.length / SIZE * SIZE - SIZE; at >= 0; at -= SIZE) {
                if (PayloadBuffer.intAt(bytes, at + 8) == checksum.of(salt, bytes, at, 8)) {
                    return (int) PayloadBuffer.longAt(bytes, at);
                }
            }
            return 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    void write(String id, long salt, long destination, int offset) throws IOException {
        PayloadBuffer content = new PayloadBuffer();
        content.putLong(offset);
        content.putInt(checksum.of(salt, content.array(), 0, 8));
        String name = SegmentName.ack(id, destination);
        long length = fs.length(name);
        // What follows a torn record would not be found.
        if (length > 0 && length < MOST * SIZE && length % SIZE == 0) {
            append(name, content);
        } else {
            replace(name, content);
        }
    }

    private void append(String name, PayloadBuffer record) throws IOException {
        try (SpoolFs.Appender out = fs.append(name)) {
            out.write(record.array(), 0, SIZE);
        }
    }

    private void replace(String name, PayloadBuffer record) throws IOException {
        String temporary = name.concat(SegmentName.TEMPORARY);
        fs.delete(temporary);
        try (SpoolFs.Appender out = fs.create(temporary)) {
            out.write(record.array(), 0, SIZE);
        }
        fs.rename(temporary, name);
    }

    void delete(Segment segment) {
        for (Stock stock : segment.stocks) {
            fs.delete(SegmentName.ack(segment.id, stock.destination));
        }
    }
}
