package dev.candor.telemetry.core.internal.redaction;

/**
 * Long runs of letters and digits that look drawn by lot.
 *
 * <p>Instead of Shannon's formula it counts how often a run changes between lower case, upper case and digits, and how
 * many different characters it has: names in camel case change once a word, random text at every second character. That
 * needs no table for each call.
 */
final class Entropy {

    private static final int SHORTEST = 20;
    private static final String[] HASH_WORDS = {
        "sha",
        "sha1",
        "sha256",
        "sha384",
        "sha512",
        "md5",
        "commit",
        "rev",
        "revision",
        "checksum",
        "digest",
        "etag",
        "buildid",
        "build",
        "trace",
        "span",
        "traceid",
        "spanid",
        "traceparent",
        "request",
        "requestid",
        "correlation",
        "correlationid",
        "uuid",
        "guid",
        "checkout",
        "head",
        "tree",
        "blob",
        "git",
        "ref",
        "parent",
        "merge",
        "fingerprint",
        "integrity",
        "image"
    };

    private Entropy() {}

    /** Judges the run that holds this position; its end when it was removed, else the position. */
    static int at(Scan s, int position) {
        int start = position;
        while (start > s.runEnd && (Ascii.bits(s.text[start - 1]) & Ascii.RUN) != 0) {
            start--;
        }
        int end = position;
        while (end < s.length && (Ascii.bits(s.text[end]) & Ascii.RUN) != 0) {
            end++;
        }
        s.runEnd = end;
        if (end - start < 14) {
            return position;
        }
        while (start < end && !Ascii.alnum(s.text[start])) {
            start++;
        }
        return judge(s, start, end) ? end : position;
    }

    private static boolean judge(Scan s, int start, int end) {
        int least = quoted(s, start, end) ? 14 : SHORTEST;
        if (end - start < least || isBenign(s, start, end)) {
            return false;
        }
        int uuid = Uuid.in(s.text, start, end);
        if (uuid >= 0) {
            boolean before = remove(s, start, uuid, least);
            return remove(s, uuid + Uuid.LENGTH, end, least) || before;
        }
        return remove(s, start, end, least);
    }

    private static boolean remove(Scan s, int start, int end, int least) {
        boolean random = end - start >= least && looksRandom(s.text, start, end, least);
        if (random) {
            s.remove(start, end, Placeholder.TOKEN);
        }
        return random;
    }

    private static boolean quoted(Scan s, int start, int end) {
        return Ascii.quote(s.charAt(start - 1)) && s.charAt(end) == s.charAt(start - 1);
    }

    /** A hash that is named as one, or that names a file. */
    private static boolean isBenign(Scan s, int start, int end) {
        if (s.charAt(start) == '0' && s.charAt(start + 1) == 'x' && end - start <= 18) {
            return true;
        }
        int hexFrom = end;
        while (hexFrom > start && Ascii.hex(s.text[hexFrom - 1])) {
            hexFrom--;
        }
        if (end - hexFrom < 7) {
            return Ascii.startsWith(s.text, start, end, "sha512-") || Ascii.startsWith(s.text, start, end, "sha256-");
        }
        if (s.charAt(end) == '.' && Ascii.letter(s.charAt(end + 1))) {
            return true;
        }
        return followsHashWord(s, hexFrom);
    }

    static boolean followsHashWord(Scan s, int at) {
        int i = at;
        for (int words = 0; words < 2; words++) {
            int stop = Math.max(0, i - 6);
            while (i > stop && !Ascii.alnum(s.text[i - 1])) {
                if (s.text[i - 1] == '@') {
                    return true;
                }
                i--;
            }
            int end = i;
            while (i > 0 && end - i < 16 && Ascii.alnum(s.text[i - 1])) {
                i--;
            }
            if (Ascii.saysAny(s.text, i, end, HASH_WORDS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the range changes its kind of character as often as random text does. */
    static boolean looksRandom(char[] text, int start, int end, int least) {
        long seen = 0;
        int count = 0;
        int digits = 0;
        int changes = 0;
        int all = 0;
        int before = 0;
        int last = 0;
        for (int i = start; i < end; i++) {
            int bits = Ascii.bits(text[i]);
            int kind = bits & Ascii.ALNUM;
            if (kind == 0) {
                continue;
            }
            all |= bits;
            count++;
            seen |= 1L << (text[i] & 63);
            digits += kind == Ascii.DIGIT ? 1 : 0;
            if (last != 0 && kind != last && !(last == Ascii.UPPER && kind == Ascii.LOWER && before != Ascii.UPPER)) {
                changes++;
            }
            before = last;
            last = kind;
        }
        if (count < least - 2 || (all & (Ascii.UPPER | Ascii.LOWER)) == 0 || (all & Ascii.WIDE) != 0) {
            return false;
        }
        boolean hex = (all & Ascii.NOT_HEX) == 0;
        int distinct = Long.bitCount(seen);
        if (digits == 0) {
            return count >= 24 && changes * 100 >= 33 * count && distinct >= 12;
        }
        if (hex) {
            return changes * 100 >= 22 * count && distinct >= 6;
        }
        return changes * 100 >= (count >= 32 ? 24 : 30) * count && distinct >= Math.min(12, count / 2);
    }
}
