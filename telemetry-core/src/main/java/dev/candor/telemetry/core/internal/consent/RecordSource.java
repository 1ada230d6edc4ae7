package dev.candor.telemetry.core.internal.consent;

import org.jspecify.annotations.Nullable;

/**
 * A recorded answer as it was found.
 *
 * @param place the file
 * @param answer what it says; null when it is damaged
 * @param damage what is wrong with it; empty when nothing is
 * @param line where, from 1; 0 for the file as a whole
 */
public record RecordSource(String place, @Nullable RecordedAnswer answer, String damage, int line) {

    /** Reads the content of a file. */
    public static RecordSource of(String place, byte[] content) {
        try {
            return new RecordSource(place, RecordFormat.read(content), "", 0);
        } catch (RecordFormat.DamagedException damaged) {
            String problem = damaged.getMessage();
            return new RecordSource(place, null, problem == null ? "it is damaged" : problem, damaged.line());
        }
    }
}
