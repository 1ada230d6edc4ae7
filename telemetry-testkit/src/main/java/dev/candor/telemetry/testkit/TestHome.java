package dev.candor.telemetry.testkit;

import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A home and a working folder for one test, with nothing of the real ones around them. */
final class TestHome {
    private final Path folder;

    TestHome() {
        try {
            folder = Files.createTempDirectory("candor-test-").toRealPath();
            Files.createDirectory(folder.resolve("home"));
            Files.createDirectory(folder.resolve("work"));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    Surroundings surroundings(Map<String, String> environment) {
        return Surroundings.builder()
                .environment(environment)
                .home(folder.resolve("home"))
                .workingDirectory(folder.resolve("work"))
                .build();
    }

    void delete() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException problem)
                        throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
