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

    final char[] text;
    final int[] origin;
    int length;
    boolean changed;

    private DecodedView(int capacity) {
        text = new char[Math.max(capacity, 1)];
        origin = new int[capacity + 1];
    }

    static DecodedView of(Scan scan) {
        DecodedView view = new DecodedView(scan.length);
        int i = 0;
        while (i < scan.length) {
            i = view.take(scan, i);
        }
        view.origin[view.length] = scan.originOf(scan.length);
        return view;
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
        for (int k = 0; k < ENTITIES.length; k++) {
            if (Ascii.startsWith(s.text, i, s.length, ENTITIES[k])) {
                return put(s, i, ENTITIES_AS.charAt(k), ENTITIES[k].length());
            }
        }
        return put(s, i, '&', 1);
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
