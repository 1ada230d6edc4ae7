package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.Arrays;
import java.util.Set;

/** Frames on their way into a segment, side by side in one buffer so that one write takes them all. */
final class Group {

    private static final int FULL_BYTES = 128 * 1024;

    private final PayloadBuffer buffer = new PayloadBuffer();
    private int[] starts = new int[64];
    private int count;

    /** A group of one frame that was written already. */
    static Group of(PayloadBuffer frame) {
        Group group = new Group();
        group.buffer.putBytes(frame.array(), 0, frame.length());
        group.remember(0);
        return group;
    }

    /** A group that is filled again and again. */
    static Group forMany() {
        Group group = new Group();
        group.buffer.rememberNames();
        return group;
    }

    void clear() {
        buffer.clear();
        count = 0;
    }

    /** Adds a frame; false when it would be too long or its payload cannot be written. */
    boolean add(Outgoing outgoing) {
        int start = buffer.length();
        boolean written;
        try {
            written = FrameFormat.write(outgoing, buffer);
        } catch (RuntimeException | LinkageError broken) {
            buffer.truncate(start);
            written = false;
        }
        if (written) {
            remember(start);
        }
        return written;
    }

    /** Adds a frame again, for some of its destinations. */
    void add(Frame frame, long[] destinations) {
        remember(buffer.length());
        FrameFormat.write(frame, destinations, buffer);
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return buffer.length() >= FULL_BYTES;
    }

    int count() {
        return count;
    }

    int length() {
        return buffer.length();
    }

    byte[] array() {
        return buffer.array();
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return index + 1 < count ? starts[index + 1] : buffer.length();
    }

    /** Fills in the checksums for one segment. */
    void seal(Checksum checksum, long salt) {
        for (int i = 0; i < count; i++) {
            int at = starts[i];
            int body = at + FrameFormat.PREFIX;
            buffer.setInt(at + 4, checksum.of(salt, buffer.array(), body, end(i) - body));
        }
    }

    /** Whether a frame stands in other bytes where it stands here. */
    boolean isAt(int index, byte[] other) {
        return end(index) <= other.length
                && Arrays.equals(array(), starts[index], end(index), other, starts[index], end(index));
    }

    /** Leaves the frames from an index on. */
    void removeFirst(int gone) {
        int from = gone < count ? starts[gone] : buffer.length();
        byte[] bytes = buffer.array();
        System.arraycopy(bytes, from, bytes, 0, buffer.length() - from);
        buffer.truncate(buffer.length() - from);
        for (int i = gone; i < count; i++) {
            starts[i - gone] = starts[i] - from;
        }
        count -= gone;
    }

    /** Removes the frames of some purposes and counts them as withdrawn. */
    void withdraw(Set<Purpose> purposes, Accounts accounts) {
        byte[] bytes = buffer.array();
        int kept = 0;
        int to = 0;
        for (int i = 0; i < count; i++) {
            int from = starts[i];
            int length = end(i) - from;
            if (purposes.contains(FrameView.purposeAt(bytes, from))) {
                drop(accounts, i, DropReason.WITHDRAWN);
            } else {
                System.arraycopy(bytes, from, bytes, to, length);
                starts[kept++] = to;
                to += length;
            }
        }
        count = kept;
        buffer.truncate(to);
    }

    /** Counts every frame as accepted. */
    void accept(Accounts accounts) {
        long destination = 0;
        long run = 0;
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < FrameView.destinationsAt(array(), starts[i]); d++) {
                long next = FrameView.destinationAt(array(), starts[i], d);
                if (next != destination && run > 0) {
                    accounts.of(destination).accept(run);
                    run = 0;
                }
                destination = next;
                run++;
            }
        }
        if (run > 0) {
            accounts.of(destination).accept(run);
        }
    }

    private void drop(Accounts accounts, int index, DropReason reason) {
        for (int d = 0; d < FrameView.destinationsAt(array(), starts[index]); d++) {
            accounts.of(FrameView.destinationAt(array(), starts[index], d)).drop(reason, 1);
        }
    }

    private void remember(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = start;
    }
}
