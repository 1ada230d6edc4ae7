package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.delivery.Carrier.Outcome;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import dev.candor.telemetry.spi.DeliveryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakerTest {
    private static final Duration NOT_SAID = Duration.ZERO;

    @AutoClose
    private final Bench bench = new Bench();

    @TempDir
    private Path directory;

    @Test
    void step_shortCommandsOneAfterTheOther_doNotHammerADeadServer() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.RetryLater(NOT_SAID, "connection refused");

        int commands = 24 * 60 * 6;
        for (int command = 0; command < commands; command++) {
            bench.carrier().step();
            bench.clock.pass(Duration.ofSeconds(10));
        }

        assertThat(bench.backend.batches()).as("attempts in a day").hasSizeBetween(100, 200);
    }

    @Test
    void step_pausedByAnEarlierProcess_waitsOutTheHour() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Paused("401");
        bench.carrier().step();
        bench.backend.answer = batch -> new DeliveryResult.Delivered(batch.size());

        bench.clock.pass(Duration.ofMinutes(59));
        Carrier tooEarly = bench.carrier();
        assertThat(tooEarly.step()).isEqualTo(Outcome.WAITING);
        assertThat(tooEarly.status().state()).isEqualTo(DestinationStatus.State.PAUSED);
        assertThat(tooEarly.status().reason()).isEqualTo("401");
        bench.clock.pass(Duration.ofMinutes(2));
        Carrier later = bench.carrier();
        bench.drain(later);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 3));
        assertThat(bench.store.kept).isNull();
    }

    @Test
    void status_pausedByAnEarlierProcess_saysSoBeforeAnyAttempt() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Paused("401");
        bench.carrier().step();

        DestinationStatus status = bench.carrier().status();

        assertThat(status.state()).isEqualTo(DestinationStatus.State.PAUSED);
        assertThat(status.reason()).isEqualTo("401");
        bench.settings = "settings-2";
        assertThat(bench.carrier().status().state()).isEqualTo(DestinationStatus.State.READY);
        bench.settings = "settings-1";
        bench.clock.pass(Duration.ofMinutes(61));
        assertThat(bench.carrier().status().state()).isEqualTo(DestinationStatus.State.READY);
    }

    @Test
    void step_pausedByAnEarlierProcess_stillKnowsWhatWaitsOnDisk() {
        SpoolOptions options =
                SpoolOptions.of(SpoolMode.COMMAND, directory.resolve("spool").toFile());
        Spool earlier = Spool.open(options);
        earlier.append(new Numbered(1, Purpose.USAGE, Bench.ROUTE));
        earlier.close(Duration.ofSeconds(60));
        bench.store.kept = new BreakerState(1, bench.clock.wallMillis() + 60_000, true, bench.settings, "401");
        Spool later = Spool.open(options);
        bench.lanes = List.of(() -> later.reader(Bench.ROUTE));
        Carrier carrier = bench.carrier();

        assertThat(carrier.step()).isEqualTo(Outcome.WAITING);

        assertThat(carrier.waiting()).isEqualTo(1);
        carrier.close();
        later.close(Duration.ofSeconds(60));
    }

    @Test
    void step_settingsChangedAfterAPause_triesAtOnce() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Paused("401");
        bench.carrier().step();
        bench.backend.answer = batch -> new DeliveryResult.Delivered(batch.size());

        bench.settings = "settings-2";
        bench.carrier().step();

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 3));
    }

    @Test
    void step_aPersonAsksForIt_triesAtOnce() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Paused("401");
        Carrier carrier = bench.carrier();
        carrier.step();
        bench.backend.answer = batch -> new DeliveryResult.Delivered(batch.size());

        carrier.retryNow();
        carrier.step();

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 3));
    }

    @Test
    void step_clockWentBackAYearAfterAPause_triesAtOnce() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Paused("401");
        bench.carrier().step();
        bench.backend.answer = batch -> new DeliveryResult.Delivered(batch.size());

        bench.clock.jump(Duration.ofDays(-365));
        bench.carrier().step();

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 3));
    }

    @Test
    void waitNanos_clockJumpsInsideAProcess_isMeasuredByTheOtherClock() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.RetryLater(Duration.ofSeconds(60), "429");
        Carrier carrier = bench.carrier();
        carrier.step();

        bench.clock.jump(Duration.ofDays(365));
        assertThat(carrier.step()).isEqualTo(Outcome.WAITING);
        bench.clock.jump(Duration.ofDays(-1_000));
        bench.clock.pass(Duration.ofSeconds(60));

        assertThat(carrier.waitNanos()).isZero();
    }

    @Test
    void mayAttempt_pausedByAnEarlierProcess_onlyAfterItsTime() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Paused("401");
        assertThat(bench.carrier().mayAttempt()).isTrue();
        bench.carrier().step();

        assertThat(bench.carrier().mayAttempt()).isFalse();
        bench.clock.pass(Duration.ofMinutes(61));
        assertThat(bench.carrier().mayAttempt()).isTrue();
    }

    @Test
    void load_whatWasSaved_comesBack() {
        FileBreakerStore store = new FileBreakerStore(directory.resolve("breaker"), new Home(null));
        BreakerState state = new BreakerState(3, 1_800_000_000_123L, true, "abc123", "401 wrong key, says the server");

        store.save(state);

        assertThat(new FileBreakerStore(directory.resolve("breaker"), new Home(null)).load())
                .isEqualTo(state);
        store.clear();
        assertThat(store.load()).isNull();
    }

    @Test
    void load_tornOrAltered_isNothing() throws IOException {
        Path file = directory.resolve("breaker");
        FileBreakerStore store = new FileBreakerStore(file, new Home(null));
        BreakerState state = new BreakerState(3, 1_800_000_000_123L, false, "abc123", "503");
        store.save(state);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(store.load()).as("cut after %s bytes", length).isNull();
        }
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThat(store.load()).as("bit %s flipped", bit).isNull();
        }
        Files.write(file, new byte[10_000]);
        assertThat(store.load()).isNull();
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(store.load()).isNull();
    }

    @Test
    void save_noDirectory_isSilent() throws IOException {
        Path notADirectory = Files.createFile(directory.resolve("file"));
        FileBreakerStore store = new FileBreakerStore(notADirectory.resolve("breaker"), new Home(null));

        store.save(new BreakerState(1, 1, false, "s", "r"));

        assertThat(store.load()).isNull();
    }

    @Test
    void save_reasonFromAServer_isOneShortPrintableLine() {
        BreakerState state = new BreakerState(1, 1, false, "s", "\u001b[31m" + "x".repeat(5_000) + "\n\u202e");

        assertThat(state.reason()).hasSize(200).matches("[ -~]*");
        assertThat(BreakerState.parse(state.line())).isEqualTo(state);
    }
}
