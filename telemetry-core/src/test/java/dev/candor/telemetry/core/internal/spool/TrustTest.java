package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Directories that are not this user's alone: nothing is written there, and memory stands in. */
class TrustTest extends SpoolHarness {

    private static final int NOBODY = 65_534;

    @BeforeEach
    void onPosix() {
        assumeTrue(File.separatorChar == '/', "POSIX owners and modes");
    }

    private void assertMemoryOnly(SpoolMode mode) {
        Spool spool = open(mode);
        for (int i = 0; i < 5; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }
        assertThat(spool.sync(java.time.Duration.ofMillis(200))
                        && spool.state().trouble().isEmpty())
                .isFalse();
        SpoolState state = spool.state();
        assertThat(state.mode()).isEqualTo(SpoolMode.MEMORY);
        assertThat(state.trouble()).isNotEmpty();
        assertThat(numbers(drain(spool.reader(TestEvent.A)))).hasSize(5);
    }

    @Test
    void directory_isALink_isRefused() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Files.createDirectories(directory().toPath().getParent());
        Files.createSymbolicLink(directory().toPath(), elsewhere);

        assertMemoryOnly(SpoolMode.COMMAND);
        assertMemoryOnly(SpoolMode.SERVER);

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void directory_linkToNowhere_isRefused() throws IOException {
        Files.createDirectories(directory().toPath().getParent());
        Files.createSymbolicLink(directory().toPath(), home.resolve("nowhere"));

        assertMemoryOnly(SpoolMode.COMMAND);

        assertThat(home.resolve("nowhere")).doesNotExist();
    }

    @Test
    void directory_canBeWrittenByOthers_isRefused() throws IOException {
        Files.createDirectories(directory().toPath());
        Files.setPosixFilePermissions(directory().toPath(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertMemoryOnly(SpoolMode.COMMAND);

        assertThat(directory()).isEmptyDirectory();
    }

    @Test
    void directory_ofSomebodyElse_isRefused() throws IOException {
        assumeTrue(isRoot(), "only root can give a directory away");
        Files.createDirectories(directory().toPath());
        Files.setAttribute(directory().toPath(), "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

        assertMemoryOnly(SpoolMode.COMMAND);

        assertThat(directory()).isEmptyDirectory();
    }

    @Test
    void folderAbove_ofSomebodyElse_isRefused() throws IOException {
        assumeTrue(isRoot(), "only root can give a directory away");
        Files.createDirectories(directory().toPath().getParent());
        Files.setAttribute(directory().toPath().getParent(), "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

        assertMemoryOnly(SpoolMode.SERVER);
    }

    @Test
    void home_ofSomebodyElse_getsNoFolderOfRoots() throws IOException {
        assumeTrue(isRoot(), "only root can give a directory away");
        Files.setAttribute(home, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

        assertMemoryOnly(SpoolMode.COMMAND);

        assertThat(home).isEmptyDirectory();
        Files.setAttribute(home, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isRoot() throws IOException {
        return Files.getAttribute(home, "unix:uid").equals(0);
    }

    @Test
    void directory_isAFile_isRefused() throws IOException {
        Files.createDirectories(directory().toPath().getParent());
        Files.writeString(directory().toPath(), "not a directory");

        assertMemoryOnly(SpoolMode.COMMAND);

        assertThat(directory()).hasContent("not a directory");
    }

    @Test
    void directory_noneOrRelative_memoryStandsIn() {
        for (File none : new File[] {null, new File("relative/spool")}) {
            Spool spool = track(Spool.open(SpoolOptions.of(SpoolMode.COMMAND, none)));

            assertThat(spool.append(TestEvent.of(1))).isTrue();

            assertThat(spool.state().mode()).isEqualTo(SpoolMode.MEMORY);
            assertThat(numbers(drain(spool.reader(TestEvent.A)))).containsExactly(1L);
        }
        assertThat(new File("relative")).doesNotExist();
    }

    @Test
    void files_fifoAndFolderAndLinkNamedLikeSegments_harmNobody() throws Exception {
        Spool writer = open(SpoolMode.COMMAND);
        writer.append(TestEvent.of(1));
        writer.close(SOON);
        Path spool = directory().toPath();
        Path secret = Files.writeString(home.resolve("secret"), "not telemetry");
        Files.createDirectory(spool.resolve(Identity.id(1, 1, 1) + ".seg"));
        Files.createSymbolicLink(spool.resolve(Identity.id(1, 2, 1) + ".seg"), secret);
        Process fifo = new ProcessBuilder(
                        "mkfifo", spool.resolve(Identity.id(1, 3, 1) + ".seg").toString())
                .start();
        assumeTrue(fifo.waitFor(20, TimeUnit.SECONDS) && fifo.exitValue() == 0, "mkfifo works");

        List<Frame> delivered = drain(open(SpoolMode.COMMAND).reader(TestEvent.A));

        assertThat(numbers(delivered)).containsExactly(1L);
        assertThat(secret).hasContent("not telemetry");
    }

    @Test
    void networkMounts_theLongestMountPointDecides() {
        String table = """
                22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
                40 22 0:35 / /home rw,relatime shared:2 - nfs4 server:/home rw
                41 40 0:36 / /home/ada/My\\040Disk rw - ext4 /dev/sdb1 rw
                42 22 0:37 / /homes rw - fuse.sshfs me@host: rw
                """;

        assertThat(NetworkMounts.typeOf("/home/ada/.local", table)).isEqualTo("nfs4");
        assertThat(NetworkMounts.typeOf("/home/ada/My Disk/x", table)).isEqualTo("ext4");
        assertThat(NetworkMounts.typeOf("/homes/x", table)).isEqualTo("fuse.sshfs");
        assertThat(NetworkMounts.typeOf("/var/lib", table)).isEqualTo("ext4");
        assertThat(List.of("nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "afs")).allMatch(NetworkMounts::isNetwork);
        assertThat(List.of("ext4", "xfs", "btrfs", "tmpfs", "overlay", "apfs", "fuse.ntfs-3g"))
                .noneMatch(NetworkMounts::isNetwork);
    }
}
