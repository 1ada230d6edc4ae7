package dev.candor.telemetry.core.internal.redaction;

/** Long runs of letters and digits that look drawn by lot and are not named as a hash. */
final class Entropy {

    private static final int SHORTEST = 20;
    private static final int SHORTEST_QUOTED = 14;
    private static final WordSet HASH_WORDS = new WordSet(
            "sha sha1 sha256 sha384 sha512 md5 commit rev revision checksum digest etag trace span traceparent "
                    + "uuid guid checkout head tree blob git parent merge fingerprint integrity image buildid traceid "
                    + "spanid requestid correlationid eventid transactionid runid");
    private static final WordSet NUMBERED =
            new WordSet("build trace span request correlation event transaction run commit");
    private static final WordSet LINKS = new WordSet("is hash was at to");

    private Entropy() {}

    /** Judges the run that holds what lies between the positions; its end when it was removed, else the first position. */
    static int at(Scan s, int position, int known) {
        int start = position;
        while (start > s.runEnd && (Ascii.bits(s.text[start - 1]) & Ascii.RUN) != 0) {
            start--;
        }
        int end = known;
        while (end < s.length && (Ascii.bits(s.text[end]) & Ascii.RUN) != 0) {
            end++;
        }
        for (int padding = 0; padding < 2 && s.charAt(end) == '='; padding++) {
            end++;
        }
        s.runEnd = end;
        if (end - start < SHORTEST_QUOTED) {
            return position;
        }
        while (start < end && !Ascii.alnum(s.text[start])) {
            start++;
        }
        return judge(s, start, end) ? end : position;
    }

    private static boolean judge(Scan s, int start, int end) {
        int least = quoted(s, start, end) ? SHORTEST_QUOTED : SHORTEST;
        if (end - start < least) {
            return false;
        }
        int uuid = Uuid.in(s.text, start, end);
        if (uuid >= 0) {
            boolean before = parts(s, start, uuid, least);
            return parts(s, uuid + Uuid.LENGTH, end, least) || before;
        }
        return parts(s, start, end, least);
    }

    /** Between slashes each part is judged by itself; in base64 they are rare, so all together may be random too. */
    private static boolean parts(Scan s, int start, int end, int least) {
        boolean found = false;
        int slashes = 0;
        int part = start;
        for (int i = start; i <= end; i++) {
            if (i == end || s.text[i] == '/') {
                found |= remove(s, part, i, least);
                slashes += i < end ? 1 : 0;
                part = i + 1;
            }
        }
        if (slashes == 0 || end - start < 32 || slashes * 7 > end - start) {
            return found;
        }
        boolean marked = s.text[end - 1] == '=';
        for (int i = start; i < end && !marked; i++) {
            marked = s.text[i] == '+';
        }
        if (s.randomness.inBase64(s.text, start, end, marked) && !isBenign(s, start, end)) {
            s.remove(start, end, Placeholder.TOKEN);
            return true;
        }
        return found;
    }

    private static boolean remove(Scan s, int start, int end, int least) {
        boolean random = end - start >= least && s.randomness.in(s.text, start, end, least) && !isBenign(s, start, end);
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
        while (hexFrom > start && (Ascii.hex(s.text[hexFrom - 1]) || s.text[hexFrom - 1] == '-')) {
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

    private static boolean followsHashWord(Scan s, int at) {
        int end = previousWordEnd(s, at);
        if (end < 0) {
            return true;
        }
        int start = wordStart(s, end);
        if (HASH_WORDS.has(s.text, start, end)) {
            return true;
        }
        boolean id = Ascii.says(s.text, start, end, "id");
        if (!id && !LINKS.has(s.text, start, end)) {
            return false;
        }
        int before = previousWordEnd(s, start);
        return before >= 0 && (id ? NUMBERED : HASH_WORDS).has(s.text, wordStart(s, before), before);
    }

    /** The end of the word before, or -1 when an at sign comes first. */
    private static int previousWordEnd(Scan s, int at) {
        int i = at;
        int stop = Math.max(0, at - 6);
        while (i > stop && !Ascii.alnum(s.text[i - 1])) {
            if (s.text[i - 1] == '@') {
                return -1;
            }
            i--;
        }
        return i;
    }

    private static int wordStart(Scan s, int end) {
        int i = end;
        while (i > 0 && end - i < 16 && Ascii.alnum(s.text[i - 1])) {
            i--;
        }
        return i;
    }
}
