package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Folders;
import dev.candor.benchmarks.SampleEvent;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A long-running tool whose caps are raised, with a home of its own that is taken away afterwards. */
public final class CandorTool implements AutoCloseable {
    private static final long DISK = 4L << 30;
    private static final int SIGNALS = 1 << 20;
    private static final long DURABLE_WAIT_NANOS = 4_900_000_000L;

    private final Path home;
    private final Telemetry telemetry;

    private CandorTool(Path home, Candor candor) {
        this.home = home;
        this.telemetry = candor.open();
    }

    /** One that may record, or one that may not; everything goes to {@code url}. */
    public static CandorTool open(boolean allowed, String url) throws IOException {
        Path home = Files.createTempDirectory("calls");
        Map<String, String> environment =
                Map.of("BENCHCALLS_ENABLE_TELEMETRY", allowed ? "true" : "false", "RUNTIME__OTLP_ENDPOINT", url);
        Candor candor = Candor.tool("benchcalls", "1.0.0")
                .mode(Mode.SERVER)
                .events(SampleEvent.TYPE)
                .maintainer("segment", Map.of("write_key", "bench", "endpoint", url), Purpose.USAGE)
                .withoutFloodGuard()
                .mayWait(DISK, SIGNALS)
                .surroundings(Surroundings.builder()
                        .environment(environment)
                        .home(home)
                        .workingDirectory(home)
                        .build())
                .build();
        return new CandorTool(home, candor);
    }

    /** What the program uses. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Returns when everything that was recorded is on disk. */
    public void awaitDisk() {
        long start;
        do {
            start = System.nanoTime();
            // Everything before a durable event is synced with it; the wait for that has an end of its own.
            SampleEvent.filled(telemetry).recordDurably();
        } while (System.nanoTime() - start >= DURABLE_WAIT_NANOS);
    }

    @Override
    public void close() throws IOException {
        // What is still written would outlive its folder.
        awaitDisk();
        telemetry.close(Duration.ofMillis(100));
        Folders.delete(home);
    }
}
