package dev.candor.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param feature its feature version, such as 17
 * @param version its whole version
 * @param java its java command
 */
public record Jdk(int feature, String version, String java) {
    private static final Path USUAL = Path.of("/usr/lib/jvm");

    /** One of that feature version: the JVM that runs this, that of a variable such as {@code JAVA_HOME_25}, or one where Linux keeps them. */
    public static Optional<Jdk> find(int feature) throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        String named = System.getenv("JAVA_HOME_" + feature);
        if (named != null) {
            homes.add(Path.of(named));
        }
        if (Files.isDirectory(USUAL)) {
            try (Stream<Path> all = Files.list(USUAL)) {
                homes.addAll(all.sorted().toList());
            }
        }
        for (Path home : homes) {
            Optional<Jdk> found = in(home);
            if (found.isPresent() && found.get().feature() == feature) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Jdk> in(Path home) throws IOException {
        Path release = home.resolve("release");
        Path java = home.resolve("bin/java");
        if (!Files.isReadable(release) || !Files.isExecutable(java)) {
            return Optional.empty();
        }
        Properties facts = new Properties();
        try (Reader in = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
            facts.load(in);
        }
        String version = facts.getProperty("JAVA_VERSION", "0").replace("\"", "");
        int end = version.indexOf('.');
        int feature = Integer.parseInt(end < 0 ? version : version.substring(0, end));
        return Optional.of(new Jdk(feature, version, java.toString()));
    }
}
