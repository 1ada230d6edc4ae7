package dev.candor.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one measurement found, with where and when, as it is kept between runs so that a part of the page can be measured again alone.
 *
 * @param name the measurement's
 * @param when it began, as ISO-8601
 * @param commit of the sources; with a plus sign where they were changed since
 * @param effort how long was measured
 * @param seconds how long it took
 * @param machine what it ran on, and how busy that was
 * @param findings what was found
 */
public record Fragment(
        String name, String when, String commit, Effort effort, long seconds, Machine machine, Findings findings) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The one that was kept in {@code folder}, if there is one. */
    public static Optional<Fragment> read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".json");
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Fragment.class)) : Optional.empty();
    }

    /** Keeps it in {@code folder}. */
    public void write(Path folder) throws IOException {
        Text.write(folder.resolve(name + ".json"), JSON.writeValueAsString(this));
    }
}
