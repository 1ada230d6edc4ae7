package dev.candor.telemetry.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    Path home;

    @BeforeEach
    void posixOnly() {
        Assumptions.assumeTrue(
                home.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    private void replace(Path file, String content) throws IOException {
        PrivateFiles.replace(file, content.getBytes(StandardCharsets.UTF_8), new Home(home));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void replace_newFile_isPrivateWithItsFolders() throws Exception {
        Path file = home.resolve("a/b/c.txt");

        replace(file, "hello");

        assertThat(file).hasContent("hello");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(home.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(home.resolve("a/b").toFile().list()).containsExactly("c.txt");
    }

    @Test
    void replace_existingFile_keepsItsMode() throws Exception {
        Path file = Files.writeString(home.resolve("c.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        replace(file, "new");

        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-r--r--");
    }

    @Test
    void replace_asRoot_keepsTheOwnerOfAFileAndOfAHome() throws Exception {
        Assumptions.assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid")), "needs root");
        Path theirs = Files.writeString(home.resolve("theirs"), "old");
        Files.setAttribute(theirs, "unix:uid", 4713);
        Files.setAttribute(home, "unix:uid", 4711);
        Files.setAttribute(home, "unix:gid", 4712);

        replace(theirs, "new");
        replace(home.resolve("x/new"), "new");

        assertThat(Files.getAttribute(theirs, "unix:uid")).isEqualTo(4713);
        assertThat(Files.getAttribute(home.resolve("x"), "unix:uid")).isEqualTo(4711);
        assertThat(Files.getAttribute(home.resolve("x/new"), "unix:uid")).isEqualTo(4711);
        assertThat(Files.getAttribute(home.resolve("x/new"), "unix:gid")).isEqualTo(4712);
    }

    @Test
    void replace_targetIsAFolder_failsAndLeavesNothing() throws Exception {
        Path folder = Files.createDirectories(home.resolve("target/inner")).getParent();

        assertThatThrownBy(() -> replace(folder, "x")).isInstanceOf(IOException.class);

        assertThat(home.toFile().list()).containsExactly("target");
    }

    @Test
    void replace_interruptedThread_writesAllTheSame() throws Exception {
        Thread.currentThread().interrupt();
        replace(home.resolve("c.txt"), "hello");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(home.resolve("c.txt")).hasContent("hello");
    }

    @Test
    void sweep_temporariesOfKilledWriters_goWhenTheyAreOld() throws Exception {
        Path file = home.resolve("c[1].txt");
        Path old = Files.createFile(home.resolve(".c[1].txt.abc0.candor-tmp"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(System.currentTimeMillis() - 120_000));
        Path young = Files.createFile(home.resolve(".c[1].txt.def0.candor-tmp"));
        Path foreign = Files.createFile(home.resolve(".other.abc0.candor-tmp"));
        Files.setLastModifiedTime(foreign, FileTime.fromMillis(0));

        PrivateFiles.sweep(file);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    @Test
    void read_pipeFolderOrHugeFile_isRefused() throws Exception {
        Path huge = Files.write(home.resolve("huge"), new byte[11]);

        assertThatThrownBy(() -> PrivateFiles.read(huge, 10)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateFiles.read(home, 10)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateFiles.read(Path.of("/dev/zero"), 10)).isInstanceOf(IOException.class);
        assertThat(PrivateFiles.read(huge, 11)).hasSize(11);
    }
}
