package dev.candor.telemetry.core.internal.recording;

import java.util.ArrayList;
import java.util.List;

/** Notes in formats where a comment may stand behind a value. */
final class CommentAtLineEnd {

    private CommentAtLineEnd() {}

    /** @param gap what has to stand between the separator and the value where there was none */
    static List<Splice> replacing(List<Span> spans, String gap, Written value) {
        List<Splice> ways = new ArrayList<>();
        for (Span span : spans) {
            ways.add(new Splice(span.from(), span.to(), (span.isEmpty() ? gap : "") + value.withNote()));
        }
        if (!value.note().isEmpty()) {
            // Inside braces a comment would swallow the closing one.
            ways.addAll(replacing(spans, gap, Written.plain(value.value())));
        }
        return ways;
    }

    static List<Splice> undoing(TextLines text, int line) {
        int start = text.start(line);
        String whole = text.line(line);
        String changed = Written.plain(false).text() + " " + Written.WAS_YES;
        int at = whole.indexOf(changed);
        if (at >= 0) {
            return List.of(new Splice(start + at, start + at + changed.length(), "true"));
        }
        return whole.contains(Written.plain(false).text() + " " + Written.BY_OFF)
                ? List.of(new Splice(start, text.start(line + 1), ""))
                : List.of();
    }
}
