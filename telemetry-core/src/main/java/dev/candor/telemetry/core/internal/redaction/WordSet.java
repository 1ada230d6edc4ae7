package dev.candor.telemetry.core.internal.redaction;

import java.util.Arrays;

/** A few lowercase words, sorted by length: of most lengths there are none or two, so that asking costs little. */
final class WordSet {

    private static final String[] NONE = {};

    private final String[][] byLength;

    /** Takes words that are parted by blanks. */
    WordSet(String list) {
        String[] words = list.split(" ", -1);
        int longest = 0;
        for (String each : words) {
            longest = Math.max(longest, each.length());
        }
        byLength = new String[longest + 1][];
        Arrays.fill(byLength, NONE);
        for (String each : words) {
            String[] same = byLength[each.length()];
            String[] more = Arrays.copyOf(same, same.length + 1);
            more[same.length] = each;
            byLength[each.length()] = more;
        }
    }

    /** Whether the range says one of the words, in any case. */
    boolean has(char[] chars, int from, int to) {
        int length = to - from;
        if (length < 0 || length >= byLength.length) {
            return false;
        }
        for (String each : byLength[length]) {
            if (Ascii.says(chars, from, to, each)) {
                return true;
            }
        }
        return false;
    }
}
