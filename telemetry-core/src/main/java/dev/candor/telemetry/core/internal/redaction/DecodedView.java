package dev.candor.telemetry.core.internal.redaction;

/**
 * A text with one level of encoding taken off, and where each of its characters came from.
 *
 * <p>Percent, JSON and HTML escapes become what they stand for, invisible characters and terminal colours go, letters
 * and marks that look like ASCII become ASCII.
 */
final class DecodedView {

    private static final String[] ENTITIES = {
        "&amp;",
        "&lt;",
        "&gt;",
        "&quot;",
        "&apos;",
        "&commat;",
        "&colon;",
        "&sol;",
        "&equals;",
        "&period;",
        "&nbsp;",
        "&bsol;"
    };
    private static final String ENTITIES_AS = "&<>\"'@:/=. \\";

    char[] text = new char[0];
    int[] origin = new int[0];
    int length;
    boolean changed;

    /** Takes the text that the scan has; what this view held before is forgotten. */
    void load(Scan scan) {
        int size = scan.length;
        if (text.length < size) {
            text = new char[Math.max(size, 256)];
            origin = new int[text.length + 1];
        }
        length = 0;
        changed = false;
        char[] from = scan.text;
        int i = 0;
        while (i < size) {
            char c = from[i];
            if (c < 128 && (Ascii.plainBits(c) & Ascii.CODED) == 0) {
                text[length] = c;
                origin[length++] = scan.originOf(i++);
            } else {
                i = take(scan, i);
            }
        }
        origin[length] = scan.originOf(size);
    }

    /** Whether anything in the text is encoded, perhaps. */
    static boolean differs(Scan s) {
        char[] chars = s.text;
        int size = s.length;
        for (int i = 0; i < size; i++) {
            char c = chars[i];
            boolean special = c >= 128 || (Ascii.plainBits(c) & Ascii.CODED) != 0;
            if (special && differs(s, i, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Scan s, int i, char c) {
        char next = s.charAt(i + 1);
        return switch (c) {
            case '%' -> hex(s, i + 1, 2) > 0;
            case '&' -> next == '#' || named(s, i) >= 0;
            case '\\' -> true;
            default -> Lookalikes.hides(c) || Lookalikes.foldPair(c, next) >= 0;
        };
    }

    private static int named(Scan s, int i) {
        char first = s.charAt(i + 1);
        if (first < 'a' || first > 's') {
            return -1;
        }
        for (int k = 0; k < ENTITIES.length; k++) {
            if (Ascii.startsWith(s.text, i, s.length, ENTITIES[k])) {
                return k;
            }
        }
        return -1;
    }

    private int take(Scan s, int i) {
        char c = s.text[i];
        if (c == '%') {
            return percent(s, i);
        }
        if (c == '\\') {
            return backslash(s, i);
        }
        if (c == '&') {
            return entity(s, i);
        }
        if (c == 0x1B && s.charAt(i + 1) == '[') {
            return colour(s, i);
        }
        if (Lookalikes.invisible(c)) {
            changed = true;
            return i + 1;
        }
        if (Character.isHighSurrogate(c)) {
            int folded = Lookalikes.foldPair(c, s.charAt(i + 1));
            return folded < 0 ? put(s, i, c, 1) : put(s, i, (char) folded, 2);
        }
        return put(s, i, Lookalikes.fold(c), 1);
    }

    private int put(Scan s, int i, char c, int width) {
        changed |= width > 1 || c != s.text[i];
        text[length] = c;
        origin[length++] = s.originOf(i);
        return i + width;
    }

    private int percent(Scan s, int i) {
        int code = hex(s, i + 1, 2);
        return code > 0 && code < 128 ? put(s, i, (char) code, 3) : put(s, i, '%', 1);
    }

    private int backslash(Scan s, int i) {
        char next = s.charAt(i + 1);
        switch (next) {
            case '"', '\'', '/', '\\' -> {
                return put(s, i, next, 2);
            }
            case 'n', 'r' -> {
                return put(s, i, '\n', 2);
            }
            case 't' -> {
                return put(s, i, '\t', 2);
            }
            case 'u' -> {
                int unicode = hex(s, i + 2, 4);
                return unicode >= 0 ? put(s, i, (char) unicode, 6) : put(s, i, '\\', 1);
            }
            case 'x' -> {
                int code = hex(s, i + 2, 2);
                return code >= 0 ? put(s, i, (char) code, 4) : put(s, i, '\\', 1);
            }
            default -> {
                return put(s, i, '\\', 1);
            }
        }
    }

    private int entity(Scan s, int i) {
        if (s.charAt(i + 1) == '#') {
            boolean hex = s.charAt(i + 2) == 'x' || s.charAt(i + 2) == 'X';
            int from = hex ? i + 3 : i + 2;
            int to = from;
            int code = 0;
            while (to - from < 7 && Ascii.hex(s.charAt(to)) && (hex || Ascii.digit(s.text[to]))) {
                code = code * (hex ? 16 : 10) + Ascii.hexValue(s.text[to++]);
            }
            int end = s.charAt(to) == ';' ? to + 1 : to;
            return to > from && code > 0 && code < 0xD800 ? put(s, i, (char) code, end - i) : put(s, i, '&', 1);
        }
        int named = named(s, i);
        return named < 0 ? put(s, i, '&', 1) : put(s, i, ENTITIES_AS.charAt(named), ENTITIES[named].length());
    }

    private int colour(Scan s, int i) {
        changed = true;
        int end = i + 2;
        while (end < s.length
                && end - i < 24
                && (Ascii.digit(s.text[end]) || s.text[end] == ';' || s.text[end] == '?')) {
            end++;
        }
        return Math.min(s.length, end + 1);
    }

    private static int hex(Scan s, int from, int digits) {
        int code = 0;
        for (int i = from; i < from + digits; i++) {
            int value = Ascii.hexValue(s.charAt(i));
            if (value < 0) {
                return -1;
            }
            code = code << 4 | value;
        }
        return code;
    }
}
