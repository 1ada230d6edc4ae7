package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An archive of a program's classes that later runs map into memory: AppCDS, and from Java 25 on the AOT cache. */
final class Archive {
    private static final int AOT_CACHE = 25;

    private final Jdk jdk;
    private final Path file;

    Archive(Jdk jdk, Path folder) {
        this.jdk = jdk;
        this.file = folder.resolve("archive-" + jdk.feature());
    }

    /** The option by which it is made, for the page. */
    String howMade() {
        return jdk.feature() >= AOT_CACHE ? "-XX:AOTCacheOutput" : "-XX:ArchiveClassesAtExit";
    }

    /** The option by which it is used, for the page. */
    String howUsed() {
        return jdk.feature() >= AOT_CACHE ? "-XX:AOTCache" : "-XX:SharedArchiveFile";
    }

    /** Makes it by a run of the command, as an installer would. */
    List<String> make(Child child, Path folder) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("archived"));
        Map<String, String> environment =
                Map.of("HOME", home.toString(), "BENCHTOOL_ENABLE_TELEMETRY", "true", "SINK", Receivers.DEAD);
        child.run(folder, environment, List.of(howMade() + "=" + file), Command.class.getName(), "1");
        return List.of(howUsed() + "=" + file);
    }

    /** Its size in bytes. */
    long size() throws IOException {
        return Files.size(file);
    }
}
