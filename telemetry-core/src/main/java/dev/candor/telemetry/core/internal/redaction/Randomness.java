package dev.candor.telemetry.core.internal.redaction;

/**
 * Whether text looks drawn by lot.
 *
 * <p>Instead of Shannon's formula it counts how often a text changes between lower case, upper case and digits, and how
 * many different characters it has: names in camel case change once a word, random text at every second character. That
 * needs no table for each call; an instance is for one thread and used again and again.
 */
final class Randomness {

    /** Beyond this nothing changes the verdict. */
    private static final int ENOUGH = 512;

    private long seen;
    private int count;
    private int digits;
    private int uppers;
    private int changes;
    private int breaks;
    private int all;

    /** The verdict on a range of at least {@code least} characters; marks count for two of them at most. */
    boolean in(char[] text, int start, int end, int least) {
        measure(text, start, Math.min(end, start + ENOUGH));
        boolean letters = (all & (Ascii.UPPER | Ascii.LOWER)) != 0;
        if (count < least - 2 || !letters || (all & Ascii.WIDE) != 0) {
            return false;
        }
        int often = changes * 100 / count;
        int distinct = Long.bitCount(seen);
        if (breaks * 6 > count) {
            // words with dashes between them, as the names of packages and machines are
            return often >= 45 && distinct >= 8;
        }
        if (digits == 0) {
            return lettersOnly(often, distinct);
        }
        if ((all & Ascii.NOT_HEX) == 0) {
            return distinct >= 6 && (count >= 32 ? changes >= 3 : often >= 22);
        }
        return often >= (count >= 32 ? 24 : count >= 18 ? 30 : 40) && distinct >= Math.min(12, count / 2);
    }

    /** The same of base64, in which slashes are no breaks. */
    boolean inBase64(char[] text, int start, int end, boolean marked) {
        measure(text, start, Math.min(end, start + ENOUGH));
        boolean mixed = digits > 0 && uppers > 0 && digits + uppers < count && (all & Ascii.WIDE) == 0;
        return mixed && count >= 28 && changes * 100 / count >= (marked ? 28 : 38) && Long.bitCount(seen) >= 16;
    }

    /** In words every second letter is not upper case. */
    private boolean lettersOnly(int often, int distinct) {
        boolean even = uppers * 100 >= 33 * count && uppers * 100 <= 75 * count;
        return count >= 24 && distinct >= 12 && (often >= 33 || (even && often >= 24));
    }

    private void measure(char[] text, int start, int end) {
        seen = 0;
        count = 0;
        digits = 0;
        uppers = 0;
        changes = 0;
        breaks = 0;
        all = 0;
        int before = 0;
        int last = 0;
        for (int i = start; i < end; i++) {
            int bits = Ascii.bits(text[i]);
            int kind = bits & Ascii.ALNUM;
            if (kind == 0) {
                breaks++;
                continue;
            }
            all |= bits;
            count++;
            seen |= 1L << (text[i] & 63);
            digits += kind == Ascii.DIGIT ? 1 : 0;
            uppers += kind == Ascii.UPPER ? 1 : 0;
            changes += isChange(before, last, kind) ? 1 : 0;
            before = last;
            last = kind;
        }
    }

    /** A capital that starts a word changes nothing once more when the word goes on. */
    private static boolean isChange(int before, int last, int kind) {
        boolean capital = last == Ascii.UPPER && kind == Ascii.LOWER && before != Ascii.UPPER;
        return last != 0 && kind != last && !capital;
    }
}
