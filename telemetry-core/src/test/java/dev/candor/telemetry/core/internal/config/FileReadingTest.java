package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Which files count. */
class FileReadingTest extends FileReadingFixture {
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
}
