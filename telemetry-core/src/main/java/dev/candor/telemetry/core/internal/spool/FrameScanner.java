package dev.candor.telemetry.core.internal.spool;

/**
 * Finds the whole frames in a segment's bytes.
 *
 * <p>At damage it looks for the next offset where a whole frame with a right checksum stands. What is plausible by its
 * length alone is checked with a budget, so that no file can make this take long.
 */
final class FrameScanner {

    private static final int BUDGET_FACTOR = 64;
    private static final int LEAST_BUDGET = 1 << 22;

    private final Checksum checksum;
    private final long salt;
    private final byte[] bytes;
    private final int end;
    private long budget;
    private int next;
    private int frameEnd;
    private boolean damaged;

    /** Reads {@code bytes} from {@code start} to {@code end}. */
    FrameScanner(Checksum checksum, long salt, byte[] bytes, int start, int end) {
        this.checksum = checksum;
        this.salt = salt;
        this.bytes = bytes;
        this.end = end;
        this.next = start;
        this.budget = Math.max(LEAST_BUDGET, (long) BUDGET_FACTOR * end);
    }

    /** The offset of the next whole frame, or -1 when there is none. */
    int next() {
        int from = next;
        for (int at = from; at < end; at++) {
            int length = FrameView.lengthAt(bytes, at, end);
            if (length > 0 && isWhole(at, length)) {
                damaged |= at > from;
                frameEnd = at + FrameFormat.PREFIX + length;
                next = frameEnd;
                return at;
            }
            if (budget < 0) {
                break;
            }
        }
        next = end;
        return -1;
    }

    /** Where the frame that {@link #next} found ends. */
    int frameEnd() {
        return frameEnd;
    }

    /** Whether a whole frame was found behind bytes that are none: more than a torn end. */
    boolean damaged() {
        return damaged;
    }

    private boolean isWhole(int at, int length) {
        budget -= length;
        return PayloadBuffer.intAt(bytes, at + 4) == checksum.of(salt, bytes, at + FrameFormat.PREFIX, length);
    }
}
