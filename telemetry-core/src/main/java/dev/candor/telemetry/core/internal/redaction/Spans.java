package dev.candor.telemetry.core.internal.redaction;

import java.util.Arrays;

/** The ranges to remove, gathered in any order and applied at once. */
final class Spans {

    private static final int KEPT = 1024;

    // start, end and placeholder in one number, so that sorting by it sorts by start
    private long[] packed = new long[16];
    private int size;
    private boolean sorted = true;

    /** What {@link #applyTo} wrote last. */
    char[] clean = new char[0];

    void clear() {
        size = 0;
        sorted = true;
        if (packed.length > KEPT) {
            packed = new long[16];
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    // the ordinal lives for one call and is written nowhere
    @SuppressWarnings("EnumOrdinal")
    void add(int start, int end, Placeholder placeholder) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        long span = (long) start << 32 | (long) end << 8 | placeholder.ordinal();
        sorted &= size == 0 || packed[size - 1] <= span;
        packed[size++] = span;
    }

    /**
     * Writes the text without the ranges to {@link #clean}; where ranges overlap, the longest one names what was there.
     *
     * @return how many characters it has
     */
    int applyTo(char[] text, int length) {
        if (!sorted) {
            Arrays.sort(packed, 0, size);
        }
        int most = length + size * Placeholder.LONGEST;
        if (clean.length < most) {
            clean = new char[Math.max(most, 256)];
        }
        int written = 0;
        int done = 0;
        int i = 0;
        while (i < size) {
            int start = start(i);
            int end = end(i);
            int longest = i;
            int next = i + 1;
            while (next < size && start(next) < end) {
                if (end(next) - start(next) > end(longest) - start(longest)) {
                    longest = next;
                }
                end = Math.max(end, end(next));
                next++;
            }
            System.arraycopy(text, done, clean, written, start - done);
            written += start - done;
            String placeholder = Placeholder.of((int) packed[longest] & 0xFF).text();
            placeholder.getChars(0, placeholder.length(), clean, written);
            written += placeholder.length();
            done = end;
            i = next;
        }
        System.arraycopy(text, done, clean, written, length - done);
        return written + length - done;
    }

    private int start(int i) {
        return (int) (packed[i] >>> 32);
    }

    private int end(int i) {
        return (int) (packed[i] >>> 8) & 0xFFFFFF;
    }
}
