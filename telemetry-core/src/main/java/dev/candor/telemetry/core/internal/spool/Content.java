package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.Set;

/** A segment with all its bytes, just read. */
final class Content {

    final Segment segment;
    final byte[] bytes;
    private final Checksum checksum;

    /** When its youngest frame was made, wall milliseconds. */
    long newest;

    /** How many of its frames somebody waits for. */
    int waitingFrames;

    Content(Segment segment, byte[] bytes, Checksum checksum) {
        this.segment = segment;
        this.bytes = bytes;
        this.checksum = checksum;
    }

    FrameScanner frames() {
        return new FrameScanner(checksum, segment.header.salt(), bytes, segment.header.length(), bytes.length);
    }

    boolean holds(Set<Purpose> purposes) {
        FrameScanner frames = frames();
        for (int at = frames.next(); at >= 0; at = frames.next()) {
            if (purposes.contains(FrameView.purposeAt(bytes, at))) {
                return true;
            }
        }
        return false;
    }
}
