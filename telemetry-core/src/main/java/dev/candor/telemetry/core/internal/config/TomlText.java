package dev.candor.telemetry.core.internal.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML by tomlj. A text with any error is refused whole, though tomlj would go on with the rest. */
final class TomlText {
    private final Collected collected = new Collected();

    private TomlText() {}

    static Content parse(String text) throws RefusedException {
        TomlLines.check(text);
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().get(0);
            throw new RefusedException("it is not valid TOML", first.position().line());
        }
        TomlText toml = new TomlText();
        toml.table("", result, 1);
        return toml.collected.content();
    }

    private void table(String section, TomlTable table, int depth) throws RefusedException {
        limit(depth);
        for (String name : new ArrayList<>(table.keySet())) {
            List<String> path = List.of(name);
            value(Collected.join(section, name), table.get(path), line(table.inputPositionOf(path)), depth);
        }
    }

    private void value(String key, @Nullable Object value, int line, int depth) throws RefusedException {
        if (value instanceof String || value instanceof Boolean || value instanceof Number) {
            collected.add(key, Entry.Kind.SCALAR, value.toString(), line);
            return;
        }
        collected.add(key, Entry.Kind.OTHER, "", line);
        if (value instanceof TomlTable table) {
            table(key, table, depth + 1);
        } else if (value instanceof TomlArray array) {
            limit(depth + 1);
            for (int i = 0; i < array.size(); i++) {
                value(Collected.join(key, Integer.toString(i)), array.get(i), line, depth + 1);
            }
        }
    }

    private static void limit(int depth) throws RefusedException {
        if (depth > Limits.DEPTH) {
            throw new RefusedException("it is nested deeper than 64", 0);
        }
    }

    private static int line(@Nullable TomlPosition position) {
        return position == null ? 0 : position.line();
    }
}
