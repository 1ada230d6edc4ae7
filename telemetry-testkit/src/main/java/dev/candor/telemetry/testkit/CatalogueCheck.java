package dev.candor.telemetry.testkit;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Holds a tool's {@code TELEMETRY.md} and JSON Schema to its code, and its code to the dates that it gave. */
public final class CatalogueCheck {
    /** The system property with which a test writes the files instead of comparing them. */
    public static final String UPDATE = "candor.update";

    private static final String PAGE_ENDING = ".md";
    private static final String SCHEMA_ENDING = ".schema.json";

    private CatalogueCheck() {}

    /**
     * Fails when the page, or the schema that lies beside it, is not what the tool's code says, or when an event type of the tool has
     * expired. With {@code -Dcandor.update=true} both files are written instead.
     *
     * @param page such as {@code TELEMETRY.md}; its schema is then {@code TELEMETRY.schema.json}
     */
    public static void check(Candor tool, Path page) {
        check(tool, page, LocalDate.now(ZoneOffset.UTC));
    }

    static void check(Candor tool, Path page, LocalDate today) {
        Control control = tool.in(Surroundings.builder().build()).control();
        compare(tool, page, control.docs());
        compare(tool, schemaOf(page), control.schema());
        for (EventType type : tool.events()) {
            if (type.expiredOn(today.toEpochDay())) {
                throw new AssertionError("the event type " + type.name() + " of " + tool.name() + " expired on "
                        + type.expires() + " and is not sent any more: remove it, or give it a new date and its users"
                        + " the reason.");
            }
        }
    }

    /** The schema's file: the page's name with another ending. */
    static Path schemaOf(Path page) {
        String name = page.getFileName().toString();
        String stem = name.endsWith(PAGE_ENDING) ? name.substring(0, name.length() - PAGE_ENDING.length()) : name;
        return page.resolveSibling(stem + SCHEMA_ENDING);
    }

    private static void compare(Candor tool, Path file, String current) {
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.writeString(file, current);
                return;
            }
            String written = Files.exists(file) ? Files.readString(file) : "";
            if (!written.replace("\r\n", "\n").equals(current)) {
                throw new AssertionError(file + " is not what the code of " + tool.name() + " says, from line "
                        + firstDifference(written, current) + " on. Run the test with -D" + UPDATE
                        + "=true to write it, and read the difference: it is what users are told.");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int firstDifference(String written, String current) {
        String[] one = written.split("\\R", -1);
        String[] other = current.split("\\R", -1);
        int line = 0;
        while (line < one.length && line < other.length && one[line].equals(other[line])) {
            line++;
        }
        return line + 1;
    }
}
