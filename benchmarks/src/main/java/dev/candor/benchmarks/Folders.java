package dev.candor.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that were made for a measurement. */
public final class Folders {
    private Folders() {}

    /** Removes all that is there; what another process still writes may stay. */
    public static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException changedMeanwhile) {
            // An upload that was started still works there; the measurement is not lost for that.
            return;
        }
        for (Path each : deepestFirst) {
            if (!each.toFile().delete()) {
                return;
            }
        }
    }
}
