package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which links are followed, and which changes are noticed. */
class LinkReadingTest extends FileReadingFixture {
    @Test
    void read_linkToDevice_isRefusedWithoutEnd() throws IOException {
        Files.createSymbolicLink(file, Path.of("/dev/zero"));

        assertThat(assertTimeoutPreemptively(LONG, () -> read(file)).problem()).isNotEmpty();
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
}
