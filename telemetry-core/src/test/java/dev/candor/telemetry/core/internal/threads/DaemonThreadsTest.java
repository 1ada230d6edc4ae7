package dev.candor.telemetry.core.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DaemonThreadsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void start_usual_isADaemonWithoutTheCallersClassLoader() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);

        Thread thread = new DaemonThreads().start(ran::countDown, "candor-some");

        assertThat(thread).isNotNull();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("candor-some");
        ran.await();
        thread.join();
    }

    @Test
    void start_noRoom_isToldOnceAndDoesNotReachTheHost() {
        Listener listener = new Listener();
        Logger log = Logger.getLogger("dev.candor.telemetry");
        log.addHandler(listener);
        log.setUseParentHandlers(false);
        try {
            CrowdedMachine machine = new CrowdedMachine("candor");

            Thread first = machine.start(() -> {}, "candor-some");
            Thread second = machine.start(() -> {}, "candor-other");

            assertThat(first).isNull();
            assertThat(second).isNull();
            assertThat(listener.lines).hasSize(1);
            assertThat(listener.lines.get(0)).contains("candor-some").contains("unable to create native thread");
        } finally {
            log.setUseParentHandlers(true);
            log.removeHandler(listener);
        }
    }

    @Test
    void start_anythingElseThatFails_isNotHidden() {
        DaemonThreads broken = new DaemonThreads() {
            @Override
            protected void begin(Thread thread) {
                throw new StackOverflowError();
            }
        };

        assertThatThrownBy(() -> broken.start(() -> {}, "candor-some")).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void run_taskHangs_leavesItBehindAtTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);

        boolean ended = new DaemonThreads().run(() -> await(never), "candor-slow", Duration.ofMillis(20));

        assertThat(ended).isFalse();
        never.countDown();
    }

    @Test
    void run_interruptedCaller_waitsAllTheSameAndStaysInterrupted() {
        List<String> done = new ArrayList<>();
        Thread.currentThread().interrupt();

        boolean ended = new DaemonThreads().run(() -> done.add("task"), "candor-slow", LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isTrue();
        assertThat(done).containsExactly("task");
    }

    @Test
    void run_noRoom_isDoneByTheCaller() {
        List<Thread> by = new ArrayList<>();

        boolean ended =
                new CrowdedMachine("candor").run(() -> by.add(Thread.currentThread()), "candor-slow", Duration.ZERO);

        assertThat(ended).isTrue();
        assertThat(by).containsExactly(Thread.currentThread());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Listener extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
