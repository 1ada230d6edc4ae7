package dev.candor.telemetry.core.internal.recording;

import java.util.ArrayList;
import java.util.List;

/** Members of objects in braces. */
final class Braces {

    private Braces() {}

    /** Puts {@code member} first in every pair of braces that opens on a line. */
    static List<Splice> onLine(TextLines text, int line, String member) {
        List<Splice> ways = new ArrayList<>();
        for (Span inside : Span.behind(text, line, '{', "")) {
            ways.add(first(text, inside.from(), member));
        }
        return ways;
    }

    /** Puts {@code member} at an offset behind an opening brace. */
    static Splice first(TextLines text, int at, String member) {
        int next = at;
        while (next < text.text().length() && Character.isWhitespace(text.text().charAt(next))) {
            next++;
        }
        boolean alone = next < text.text().length() && text.text().charAt(next) == '}';
        return Splice.insert(at, alone ? member : member + ", ");
    }

    /** {@code a.b} becomes {@code "a": {"b": value}}, with that quote around the names. */
    static String nested(String key, String value, String quote) {
        int dot = key.indexOf('.');
        return dot < 0
                ? quote + key + quote + ": " + value
                : quote + key.substring(0, dot) + quote + ": {" + nested(key.substring(dot + 1), value, quote) + "}";
    }
}
