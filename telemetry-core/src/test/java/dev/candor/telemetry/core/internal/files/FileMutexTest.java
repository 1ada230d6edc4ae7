package dev.candor.telemetry.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMutexTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** Adds one to a number in a file, again and again, without any protection but the mutex. */
    static final class CountsUp {
        private CountsUp() {}

        public static void main(String[] args) throws IOException {
            countUp(Path.of(args[0]), Integer.parseInt(args[1]));
            System.out.println("done");
        }
    }

    private static void countUp(Path folder, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            FileMutex.hold(folder.resolve("lock"), PATIENCE, () -> increment(folder.resolve("number")));
        }
    }

    private static boolean increment(Path file) throws IOException {
        int number = Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
        Files.writeString(file, Integer.toString(number + 1));
        return true;
    }

    @Test
    void hold_processesAndThreadsAtOnce_losesNoUpdate() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(ChildJvm.start(Map.of(), CountsUp.class, folder.toString(), "100"));
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> count(100)));
        }
        threads.forEach(Thread::start);

        for (Thread thread : threads) {
            thread.join(120_000);
        }
        for (Process process : processes) {
            assertThat(ChildJvm.output(process).trim()).isEqualTo("done");
        }

        assertThat(folder.resolve("number")).hasContent("800");
        assertThat(folder.resolve("lock")).doesNotExist();
    }

    private void count(int times) {
        try {
            countUp(folder, times);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void hold_workFails_freesTheLock() throws Exception {
        Path lock = folder.resolve("lock");

        assertThatThrownBy(() -> FileMutex.hold(lock, PATIENCE, () -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(lock).doesNotExist();
        assertThat(FileMutex.hold(lock, PATIENCE, () -> "again")).isEqualTo("again");
    }

    @Test
    void hold_lockFileLeftByAKilledProcess_isTakenOver() throws Exception {
        Path lock = Files.writeString(folder.resolve("lock"), "left behind");

        assertThat(FileMutex.hold(lock, PATIENCE, () -> "taken")).isEqualTo("taken");
        assertThat(lock).doesNotExist();
    }

    @Test
    void hold_interruptedThread_worksAndStaysInterrupted() throws Exception {
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        CountDownLatch worked = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            try {
                FileMutex.hold(folder.resolve("lock"), PATIENCE, () -> {
                    worked.countDown();
                    return true;
                });
            } catch (IOException e) {
                return;
            }
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });

        thread.start();
        thread.join(60_000);

        assertThat(worked.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void hold_folderMissing_fails() {
        assertThatThrownBy(() -> FileMutex.hold(folder.resolve("no/lock"), PATIENCE, () -> true))
                .isInstanceOf(IOException.class);
    }

    @Test
    void hold_lockIsALink_isRefused() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(folder.resolve("lock"), victim);

        assertThatThrownBy(() -> FileMutex.hold(folder.resolve("lock"), PATIENCE, () -> true))
                .isInstanceOf(IOException.class);
        assertThat(victim).hasContent("precious");
    }
}
