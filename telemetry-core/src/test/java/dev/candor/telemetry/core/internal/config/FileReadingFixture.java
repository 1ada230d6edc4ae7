package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A user with a folder and a file in it. */
abstract class FileReadingFixture {
    static final Duration LONG = Duration.ofSeconds(60);
    static final int STRANGER = 54_321;

    @TempDir
    Path temp;

    Path folder;
    Path file;
    Surroundings user;

    @BeforeEach
    void makeFolder() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("unix"), "needs a Unix file system");
        folder = Files.createDirectory(temp.resolve("loader"));
        file = folder.resolve("config.toml");
        int uid = (Integer) Files.getAttribute(folder, "unix:uid");
        user = Surroundings.builder().user(System.getProperty("user.name"), uid).build();
        permit(temp, "rwxr-xr-x");
        permit(folder, "rwxr-xr-x");
    }

    FileReading.Found read(Path path) {
        return new FileReading(user).read(path);
    }

    void assertRefused(String problem) {
        FileReading.Found found = assertTimeoutPreemptively(LONG, () -> read(file));

        assertThat(found).isNotNull();
        assertThat(found.bytes()).isNull();
        assertThat(found.problem()).contains(problem);
    }

    void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    static void giveTo(int uid, Path path) throws IOException {
        assumeTrue(isRoot(), "only root can give a file away");
        Files.setAttribute(path, "unix:uid", uid);
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0, "needs " + command[0]);
    }
}
