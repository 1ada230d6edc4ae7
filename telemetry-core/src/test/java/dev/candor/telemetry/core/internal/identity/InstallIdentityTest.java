package dev.candor.telemetry.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.internal.files.ChildJvm;
import dev.candor.telemetry.core.internal.files.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallIdentityTest {

    private static final UUID EVENT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final long NOW = 1_700_000_000_000L;
    private static final String VALID = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path home;

    private Path folder() {
        return home.resolve(".loader");
    }

    private Path file() {
        return folder().resolve("install-id");
    }

    private Identities identities() {
        return new Identities(folder(), new Home(home), Entropy.ofTheSystem(), () -> true);
    }

    private Identity install() {
        return identities().identity(IdentityMode.INSTALL, null);
    }

    @Test
    void identity_made_touchesNothingBeforeTheFirstEvent() {
        Identity identity = install();

        assertThat(folder()).doesNotExist();
        assertThat(identity.mode()).isEqualTo(IdentityMode.INSTALL);
    }

    @Test
    @DisplayName("DLT-07 distinctId_nextRun_isTheSame")
    void distinctId_nextRun_isTheSame() {
        String first = install().distinctId(EVENT, NOW);
        String second = install().distinctId(EVENT, NOW + 1);

        assertThat(first).matches("[0-9a-f]{32}").isEqualTo(second);
        assertThat(folder()).isDirectoryContaining(path -> path.endsWith("install-id"));
        assertThat(folder().toFile().list()).containsExactly("install-id");
    }

    @Test
    void distinctId_made_isPrivateToItsOwner() throws Exception {
        Assumptions.assumeTrue(
                home.getFileSystem().supportedFileAttributeViews().contains("posix"));

        install().distinctId(EVENT, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    /** Argilla's vector (ARG-16), which trims. */
    @ParameterizedTest
    @ValueSource(strings = {VALID, VALID + "\n", VALID + " 1690000000\n", "  " + VALID + " 0  \n"})
    void distinctId_validFile_isRead(String content) throws Exception {
        Files.createDirectories(folder());
        Files.writeString(file(), content);

        assertThat(install().distinctId(EVENT, NOW)).isEqualTo(VALID);
        assertThat(file()).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "garbage",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef",
                VALID + " soon",
                VALID + " -1",
                VALID + "0",
                "root",
                VALID + " 1 2",
                VALID + " 99999999999999999999"
            })
    void distinctId_damagedFile_isReplaced(String content) throws Exception {
        Files.createDirectories(folder());
        Files.writeString(file(), content);

        String id = install().distinctId(EVENT, NOW);

        assertThat(id).matches("[0-9a-f]{32}").isNotEqualTo(VALID);
        assertThat(install().distinctId(EVENT, NOW)).isEqualTo(id);
    }

    @Test
    void distinctId_hugeFile_isReplaced() throws Exception {
        Files.createDirectories(folder());
        Files.write(file(), new byte[1 << 20]);

        assertThat(install().distinctId(EVENT, NOW)).matches("[0-9a-f]{32}");
        assertThat(file()).hasSize(32 + 1 + 10 + 1);
    }

    @Test
    void distinctId_folderInPlaceOfTheFile_lastsForThisRun() throws Exception {
        Files.createDirectories(file().resolve("x"));
        Identity identity = install();

        String id = identity.distinctId(EVENT, NOW);

        assertThat(id).matches("[0-9a-f]{32}").isEqualTo(identity.distinctId(EVENT, NOW));
        assertThat(identity.mode()).isEqualTo(IdentityMode.RUN);
    }

    @Test
    void distinctId_homeIsAFile_lastsForThisRun() throws Exception {
        Path notAFolder = Files.createFile(home.resolve("plain"));
        Identities nowhere = new Identities(notAFolder.resolve("x"), new Home(home), Entropy.ofTheSystem(), () -> true);
        Identity identity = nowhere.identity(IdentityMode.INSTALL, null);

        assertThat(identity.distinctId(EVENT, NOW)).isEqualTo(identity.distinctId(EVENT, NOW));
        assertThat(identity.mode()).isEqualTo(IdentityMode.RUN);
        assertThat(nowhere.hashes(true).of("a")).matches("[0-9a-f]{32}");
    }

    @Test
    void distinctId_answerIsNoMeanwhile_makesNoFile() {
        Identities denied = new Identities(folder(), new Home(home), Entropy.ofTheSystem(), () -> false);

        assertThat(denied.identity(IdentityMode.INSTALL, null).distinctId(EVENT, NOW))
                .matches("[0-9a-f]{32}");
        assertThat(denied.hashes(true).of("a")).matches("[0-9a-f]{32}");
        assertThat(file()).doesNotExist();
        assertThat(folder().toFile().list()).isNullOrEmpty();
    }

    @Test
    void distinctId_rotating_changesWhenItsTimeIsOver() {
        Duration month = Duration.ofDays(30);
        Identity identity = identities().identity(IdentityMode.INSTALL, month);

        String first = identity.distinctId(EVENT, NOW);
        String before = identity.distinctId(EVENT, NOW + month.toMillis() - 1000);
        String after = identity.distinctId(EVENT, NOW + month.toMillis());
        String nextRun = identities().identity(IdentityMode.INSTALL, month).distinctId(EVENT, NOW + month.toMillis());

        assertThat(before).isEqualTo(first);
        assertThat(after).isNotEqualTo(first).isEqualTo(nextRun);
    }

    @Test
    void distinctId_rotatingAndMadeInTheFarFuture_isReplaced() {
        Duration month = Duration.ofDays(30);

        String future = identities().identity(IdentityMode.INSTALL, month).distinctId(EVENT, NOW * 3);

        assertThat(identities().identity(IdentityMode.INSTALL, month).distinctId(EVENT, NOW))
                .isNotEqualTo(future);
    }

    @Test
    void forget_idKnown_nextOneIsNew() {
        Identity identity = install();
        String before = identity.distinctId(EVENT, NOW);

        identity.forget();

        assertThat(file()).doesNotExist();
        assertThat(identity.distinctId(EVENT, NOW)).isNotEqualTo(before);
    }

    @Test
    void forgetFiles_idAndKeyThere_removesBothAndLeavesNothing() {
        install().distinctId(EVENT, NOW);
        String hash = identities().hashes(true).of("orders");

        identities().forgetFiles();

        assertThat(folder()).isEmptyDirectory();
        assertThat(identities().hashes(true).of("orders")).isNotEqualTo(hash);
    }

    @Test
    void forgetFiles_nothingThere_makesNothing() {
        identities().forgetFiles();

        assertThat(folder()).doesNotExist();
    }

    @Test
    void distinctId_rootInAUsersHome_leavesUsersFiles() throws Exception {
        Assumptions.assumeTrue(isRoot(), "only root can run as if under sudo");
        Files.setAttribute(home, "unix:uid", 4711);
        Files.setAttribute(home, "unix:gid", 4712);

        install().distinctId(EVENT, NOW);

        for (Path made : List.of(folder(), file())) {
            assertThat(Files.getAttribute(made, "unix:uid")).as(made.toString()).isEqualTo(4711);
            assertThat(Files.getAttribute(made, "unix:gid")).as(made.toString()).isEqualTo(4712);
        }
    }

    @Test
    void distinctId_eightProcessesAtOnce_agreeOnOne() throws Exception {
        Path go = home.resolve("go");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(ChildJvm.start(Map.of(), PrintsItsId.class, folder().toString(), go.toString()));
        }
        Files.createFile(go);

        Set<String> printed = new HashSet<>();
        for (Process process : processes) {
            printed.add(ChildJvm.output(process).trim());
        }

        assertThat(printed).hasSize(1);
        assertThat(printed.iterator().next()).matches("[0-9a-f]{32} [0-9a-f]{32} INSTALL");
        assertThat(folder().toFile().list()).containsExactlyInAnyOrder("install-id", "hash-key");
    }

    @Test
    void distinctId_manyThreadsAndPipelinesAtOnce_agreeOnOne() throws Exception {
        Set<String> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            threads.add(new Thread(() -> seen.add(install().distinctId(EVENT, NOW))));
        }

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(60_000);
        }

        assertThat(seen).hasSize(1);
    }

    private boolean isRoot() throws Exception {
        return home.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid"));
    }
}
