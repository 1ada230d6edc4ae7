package dev.candor.telemetry.testkit;

import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a tool's {@code TELEMETRY.md} to its code. */
public final class CatalogueCheck {
    /** The system property with which a test writes the page instead of comparing it. */
    public static final String UPDATE = "candor.update";

    private CatalogueCheck() {}

    /**
     * Fails when the page is not what the tool's code says. With {@code -Dcandor.update=true} the page is written instead.
     *
     * @param page such as {@code TELEMETRY.md}
     */
    public static void check(Candor tool, Path page) {
        String current = tool.in(Surroundings.builder().build()).control().docs();
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.writeString(page, current);
                return;
            }
            String written = Files.exists(page) ? Files.readString(page) : "";
            if (!written.replace("\r\n", "\n").equals(current)) {
                throw new AssertionError(page + " is not what the code of " + tool.name() + " says, from line "
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
