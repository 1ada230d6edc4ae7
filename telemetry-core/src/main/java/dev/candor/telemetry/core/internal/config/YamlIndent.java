package dev.candor.telemetry.core.internal.config;

import java.util.ArrayList;
import java.util.List;

/** Counts how deep YAML is nested by indentation and by dashes in a row. */
final class YamlIndent {
    private YamlIndent() {}

    static void check(String text) throws RefusedException {
        List<Integer> open = new ArrayList<>();
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            count(text.substring(at, end), open, line);
            at = end + 1;
        }
    }

    private static void count(String text, List<Integer> open, int line) throws RefusedException {
        int column = 0;
        boolean first = true;
        while (column < text.length()) {
            char each = text.charAt(column);
            if (each == ' ' || each == '\t') {
                column++;
            } else if (isBlockIndicator(text, column)) {
                enter(open, column++, first, line);
                first = false;
            } else {
                enter(open, column, first, line);
                return;
            }
        }
    }

    private static boolean isBlockIndicator(String text, int column) {
        char each = text.charAt(column);
        return (each == '-' || each == '?' || each == ':')
                && (column + 1 == text.length() || text.charAt(column + 1) == ' ');
    }

    private static void enter(List<Integer> open, int column, boolean first, int line) throws RefusedException {
        while (first && !open.isEmpty() && open.get(open.size() - 1) >= column) {
            open.remove(open.size() - 1);
        }
        open.add(column);
        if (open.size() > Limits.DEPTH) {
            throw new RefusedException("it is nested deeper than 64", line);
        }
    }
}
