package dev.candor.telemetry.core.internal.recording;

/** A text by its lines, counted from 1, which keep the ends they have. */
final class TextLines {

    private final String text;

    TextLines(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The offset of a line's first character; the text's end where there are fewer lines. */
    int start(int line) {
        int at = 0;
        for (int n = 1; n < line; n++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return text.length();
            }
            at = end + 1;
        }
        return at;
    }

    /** The offset behind a line's last character, before its end. */
    int end(int line) {
        int start = start(line);
        int end = text.indexOf('\n', start);
        if (end < 0) {
            return text.length();
        }
        return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** What stands on a line, without its end. */
    String line(int line) {
        return text.substring(start(line), end(line));
    }

    /** The blanks that a line begins with. */
    String indent(int line) {
        String whole = line(line);
        int at = 0;
        while (at < whole.length() && (whole.charAt(at) == ' ' || whole.charAt(at) == '\t')) {
            at++;
        }
        return whole.substring(0, at);
    }

    /** How lines end in this text. */
    String lineEnd() {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** Puts whole lines before a line. */
    Splice before(int line, String lines) {
        return start(line) == text.length() ? append(lines) : Splice.insert(start(line), ended(lines));
    }

    /** Puts whole lines behind a line. */
    Splice after(int line, String lines) {
        return before(line + 1, lines);
    }

    /** Puts whole lines at the end. */
    Splice append(String lines) {
        boolean open = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
        return Splice.insert(text.length(), ended(open ? "\n" + lines : lines));
    }

    private String ended(String lines) {
        return lines.replace("\n", lineEnd());
    }
}
