package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real file systems without room: a small tmpfs that is filled up, and {@code /dev/full}. */
class FullDiskTest extends SpoolHarness {

    private static final Logger LOG = Logger.getLogger("dev.candor.telemetry.spool");
    private static final int PAGE = 4_096;

    private Path mounted;

    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        LOG.setLevel(null);
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            run("umount", "-l", mounted.toString());
        }
    }

    @Test
    void tmpfs_fullAtEveryWrite_thenRoomAgain_losesNothingThatFitsInMemory() throws Exception {
        mounted = Files.createDirectory(home.resolve("small"));
        boolean allowed = run("mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", mounted.toString()) == 0;
        if (!allowed) {
            mounted = null;
        }
        assumeTrue(allowed, "SKIPPED: no tmpfs can be mounted here; the injected faults cover the same writes");
        int runs = 0;
        for (int freePages = 0; freePages <= 24; freePages++) {
            for (SpoolMode mode : List.of(SpoolMode.COMMAND, SpoolMode.SERVER)) {
                fillAndRecover(mode, freePages);
                runs++;
            }
        }
        Soak.report("tmpfs full after 0 to 24 pages, then room again", runs + " runs, 0 lost, resumed each time");
    }

    private void fillAndRecover(SpoolMode mode, int freePages) throws Exception {
        File spoolDirectory = mounted.resolve("state/spool-" + mode + freePages).toFile();
        Path filler = mounted.resolve("filler");
        fill(filler, freePages);
        Spool spool = Spool.open(SpoolOptions.of(mode, spoolDirectory).withTime(time));
        for (int i = 0; i < 400; i++) {
            assertThat(spool.append(TestEvent.of(i).sized(300))).isTrue();
        }
        spool.sync(Duration.ofSeconds(1));
        // A writer that does not get to run would find the disk full after the clock below, and leave it alone for
        // ever.
        spool.state();

        Files.delete(filler);
        time.pass(Duration.ofSeconds(2));
        for (int i = 400; i < 450; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }
        assertThat(spool.sync(SOON))
                .as("resumed, %s, %d pages", mode, freePages)
                .isTrue();
        assertBalanced(spool);
        spool.close(SOON);

        time.pass(Duration.ofMinutes(1));
        Spool later = Spool.open(SpoolOptions.of(mode, spoolDirectory).withTime(time));
        List<Frame> delivered = drain(later.reader(TestEvent.A));
        later.close(SOON);
        assertThat(counts(delivered)).as("%s, %d pages", mode, freePages).hasSize(450);
        assertThat(delivered).hasSize(450);
    }

    /** Leaves so many free pages. */
    private void fill(Path filler, int freePages) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        try (FileOutputStream out = new FileOutputStream(filler.toFile())) {
            byte[] page = new byte[PAGE];
            while (true) {
                out.write(page);
                pages.add(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        try (var file = new java.io.RandomAccessFile(filler.toFile(), "rw")) {
            file.setLength(Math.max(0, (pages.size() - freePages) * (long) PAGE));
        }
    }

    @Test
    void devFull_everyWriteFails_keepsMemoryAndGoesOnLater() {
        assumeTrue(new File("/dev/full").exists(), "SKIPPED: no /dev/full here");
        for (SpoolMode mode : List.of(SpoolMode.COMMAND, SpoolMode.SERVER)) {
            MemoryFs disk = new MemoryFs(time);
            FaultyFs fs = new FaultyFs(disk.view());
            fs.faults((operation, name) -> {
                if (operation == FaultyFs.Operation.WRITE) {
                    try (FileOutputStream full = new FileOutputStream("/dev/full")) {
                        full.write(1);
                    }
                }
                return -1;
            });
            Spool spool = open(mode, fs, options -> options);
            for (int i = 0; i < 100; i++) {
                assertThat(spool.append(TestEvent.of(i))).isTrue();
            }
            assertThat(spool.sync(Duration.ofMillis(300))).isFalse();
            assertThat(spool.state().trouble()).isNotEmpty();

            fs.heal();
            spool.close(SOON);

            time.pass(Duration.ofMinutes(1));
            assertThat(new SpoolProcess(disk, time, limits()).deliverAll()).hasSize(100);
        }
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
