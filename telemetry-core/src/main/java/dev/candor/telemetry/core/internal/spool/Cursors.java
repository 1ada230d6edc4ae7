package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;

/**
 * How far each destination has got in each segment, in a file of its own.
 *
 * <pre>
 * offset i64 | crc32c u32, salted as the segment's frames are
 * </pre>
 *
 * <p>A cursor that is missing, torn or of another segment reads as 0: then events come again, and none is lost.
 */
final class Cursors {

    private static final int SIZE = 12;

    private final SpoolFs fs;
    private final Checksum checksum = new Checksum();

    Cursors(SpoolFs fs) {
        this.fs = fs;
    }

    int read(String id, long salt, long destination) {
        String name = SegmentName.ack(id, destination);
        if (fs.length(name) != SIZE) {
            return 0;
        }
        try {
            byte[] bytes = fs.read(name, 0, SIZE);
            boolean whole = bytes.length == SIZE && PayloadBuffer.intAt(bytes, 8) == checksum.of(salt, bytes, 0, 8);
            return whole ? (int) PayloadBuffer.longAt(bytes, 0) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    void write(String id, long salt, long destination, int offset) throws IOException {
        PayloadBuffer content = new PayloadBuffer();
        content.putLong(offset);
        content.putInt(checksum.of(salt, content.array(), 0, 8));
        String name = SegmentName.ack(id, destination);
        String temporary = name.concat(SegmentName.TEMPORARY);
        fs.delete(temporary);
        try (SpoolFs.Appender out = fs.create(temporary)) {
            out.write(content.array(), 0, SIZE);
        }
        fs.rename(temporary, name);
    }

    void delete(Segment segment) {
        for (Stock stock : segment.stocks) {
            fs.delete(SegmentName.ack(segment.id, stock.destination));
        }
    }
}
