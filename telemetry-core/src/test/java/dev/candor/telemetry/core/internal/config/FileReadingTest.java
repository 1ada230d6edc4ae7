package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they are found in the wild, and as somebody hostile would leave them. */
class FileReadingTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int STRANGER = 54_321;

    @TempDir
    Path temp;

    private Path folder;
    private Path file;
    private Surroundings user;

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

    @Test
    void read_ownFile_isItsBytes() throws IOException {
        write("tracking = true\n");

        FileReading.Found found = read(file);

        assertThat(found.bytes()).isEqualTo("tracking = true\n".getBytes(StandardCharsets.UTF_8));
        assertThat(found.ownedByUser()).isTrue();
    }

    @Test
    void read_ofUserKnownByNameOnly_isItsBytes() throws IOException {
        write("tracking = true\n");
        String owner = Files.getOwner(file).getName();
        user = Surroundings.builder().user(owner, -1).build();

        assertThat(read(file).ownedByUser()).isTrue();
    }

    @Test
    void read_missingFile_isNothing() {
        assertThat(read(file)).isNull();
        assertThat(read(folder.resolve("deep/er/config.toml"))).isNull();
    }

    @Test
    void read_folder_isRefused() throws IOException {
        Files.createDirectory(file);

        assertRefused("not a regular file");
    }

    @Test
    void read_pipe_isRefusedWithoutWaiting() throws Exception {
        run("mkfifo", file.toString());

        assertRefused("not a regular file");
    }

    @Test
    void read_linkToDevice_isRefusedWithoutEnd() throws IOException {
        Files.createSymbolicLink(file, Path.of("/dev/zero"));

        assertThat(assertTimeoutPreemptively(LONG, () -> read(file)).problem()).isNotEmpty();
    }

    @Test
    void read_largeFile_isRefused() throws IOException {
        Files.write(file, new byte[Limits.BYTES + 1]);

        assertRefused("larger than 64 KiB");
    }

    @Test
    void read_sparseTerabyte_isRefused() throws IOException {
        try (var hole = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            hole.position(1L << 36).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }

        assertRefused("larger than 64 KiB");
    }

    @Test
    void read_worldWritableFile_isRefused() throws IOException {
        write("tracking = true\n");
        permit(file, "rw-rw-rw-");

        assertRefused("others can write it");
    }

    @Test
    void read_groupWritableFile_isRead() throws IOException {
        write("tracking = true\n");
        permit(file, "rw-rw-r--");

        assertThat(read(file).problem()).isEmpty();
    }

    @Test
    void read_fileInWorldWritableFolder_isRefused() throws IOException {
        write("tracking = true\n");
        permit(folder, "rwxrwxrwx");

        assertRefused("its folder can be written by somebody else");
    }

    @Test
    void read_foreignFile_isRefused() throws IOException {
        write("tracking = true\n");
        giveTo(STRANGER, file);

        assertRefused("belongs to somebody else");
    }

    @Test
    void read_fileInForeignFolder_isRefused() throws IOException {
        write("tracking = true\n");
        giveTo(STRANGER, folder);

        assertRefused("its folder can be written by somebody else");
    }

    @Test
    void read_rootsFile_isReadButNotTheUsersOwn() throws IOException {
        assumeTrue(isRoot(), "only root can make root's file for another user");
        write("tracking = true\n");
        user = Surroundings.builder().user("somebody", STRANGER).build();

        FileReading.Found found = read(file);

        assertThat(found.problem()).isEmpty();
        assertThat(found.ownedByUser()).isFalse();
    }

    @Test
    void read_unreadableFile_isRefused() throws IOException {
        assumeTrue(!isRoot(), "root can read everything");
        write("tracking = true\n");
        permit(file, "---------");

        assertRefused("cannot be read");
    }

    @Test
    void read_folderThatIsAFile_isNothing() throws IOException {
        Files.delete(folder);
        Files.writeString(folder, "x");
        FileReading reading = new FileReading(user);

        assertThat(reading.hasFolder(folder)).isFalse();
    }

    @Test
    void read_linkToOwnFile_isItsBytes() throws IOException {
        Path dotfiles = Files.createDirectory(temp.resolve("dotfiles"));
        Path target = Files.writeString(dotfiles.resolve("loader.toml"), "tracking = true\n");
        permit(target, "rw-r--r--");
        permit(dotfiles, "rwxr-xr-x");
        Files.createSymbolicLink(file, Path.of("../dotfiles/loader.toml"));

        assertThat(read(file).problem()).isEmpty();
        assertThat(read(file).bytes()).hasSize(16);
    }

    @Test
    void read_fileInLinkedFolder_isItsBytes() throws IOException {
        write("tracking = true\n");
        permit(file, "rw-r--r--");
        Path link = Files.createSymbolicLink(temp.resolve(".loader"), folder);

        assertThat(read(link.resolve("config.toml")).bytes()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x"})
    void read_linkThroughFolderThatOthersCanWrite_isRefused(String permissions) throws IOException {
        Path dotfiles = Files.createDirectory(temp.resolve("dotfiles"));
        Path target = Files.writeString(dotfiles.resolve("loader.toml"), "tracking = true\n");
        permit(target, "rw-r--r--");
        permit(dotfiles, permissions);
        Files.createSymbolicLink(file, target);

        assertRefused("a folder on the way can be written by somebody else");
    }

    @Test
    void read_linkToGroupWritableFile_isRefused() throws IOException {
        Path target = Files.writeString(temp.resolve("loader.toml"), "tracking = true\n");
        permit(target, "rw-rw-r--");
        Files.createSymbolicLink(file, target);

        assertRefused("others can write it");
    }

    @Test
    void read_linkToForeignFile_isRefused() throws IOException {
        Path target = Files.writeString(temp.resolve("loader.toml"), "tracking = true\n");
        giveTo(STRANGER, target);
        Files.createSymbolicLink(file, target);

        assertRefused("belongs to somebody else");
    }

    @Test
    void read_linkThroughForeignFolder_isRefused() throws IOException {
        Path foreign = Files.createDirectory(temp.resolve("foreign"));
        Path target = Files.writeString(foreign.resolve("loader.toml"), "tracking = true\n");
        giveTo(STRANGER, foreign);
        Files.createSymbolicLink(file, target);

        assertRefused("a folder on the way can be written by somebody else");
    }

    @Test
    void read_danglingLink_isRefused() throws IOException {
        Files.createSymbolicLink(file, Path.of("nowhere"));

        assertRefused("a link to nothing");
    }

    @Test
    void read_linkInACircle_isRefused() throws IOException {
        Files.createSymbolicLink(file, Path.of("other.toml"));
        Files.createSymbolicLink(folder.resolve("other.toml"), Path.of("config.toml"));

        assertRefused("round in circles");
    }

    @Test
    void isChanged_nothingHappened_isFalse() throws IOException {
        write("tracking = true\n");
        FileReading reading = new FileReading(user);
        reading.hasFolder(folder);
        reading.read(file);
        reading.read(folder.resolve("missing"));

        assertThat(reading.isChanged()).isFalse();
    }

    @Test
    void isChanged_missingFileAppeared_isTrue() throws IOException {
        FileReading reading = new FileReading(user);
        reading.read(file);

        write("tracking = true\n");

        assertThat(reading.isChanged()).isTrue();
    }

    @Test
    void isChanged_sameSizeAndTimeButOtherContent_isTrue() throws IOException {
        write("tracking = true\n");
        FileTime time = Files.getLastModifiedTime(file);
        FileReading reading = new FileReading(user);
        reading.read(file);

        Path other = Files.writeString(folder.resolve("new"), "tracking = 0   \n");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(reading.isChanged()).isTrue();
    }

    @Test
    void isChanged_targetOfALinkChanged_isTrue() throws IOException {
        Path target = Files.writeString(temp.resolve("loader.toml"), "tracking = true\n");
        permit(target, "rw-r--r--");
        Files.createSymbolicLink(file, target);
        FileReading reading = new FileReading(user);
        assertThat(reading.read(file)).isNotNull();

        Files.writeString(target, "tracking = false\n");

        assertThat(reading.isChanged()).isTrue();
    }

    private FileReading.Found read(Path path) {
        return new FileReading(user).read(path);
    }

    private void assertRefused(String problem) {
        FileReading.Found found = assertTimeoutPreemptively(LONG, () -> read(file));

        assertThat(found).isNotNull();
        assertThat(found.bytes()).isNull();
        assertThat(found.problem()).contains(problem);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static void giveTo(int uid, Path path) throws IOException {
        assumeTrue(isRoot(), "only root can give a file away");
        Files.setAttribute(path, "unix:uid", uid);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0, "needs " + command[0]);
    }
}
