package dev.candor.examples.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.SentryReceiver;
import io.sentry.Sentry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own Sentry SDK, started by them in the same process, and the pipeline's: neither gets what is the other's. */
class LoaderBesideSentryTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final SentryReceiver own = new SentryReceiver();
    private final SentryReceiver pipelines = new SentryReceiver();

    @TempDir
    Path home;

    @AfterEach
    void stop() {
        Sentry.close();
        own.close();
        pipelines.close();
    }

    @Test
    @DisplayName("DLT-01 logged_andCaptured_goEachToItsOwnSentry")
    void logged_andCaptured_goEachToItsOwnSentry() {
        Sentry.init(options -> {
            options.setDsn(own.dsn());
            options.setEnableUncaughtExceptionHandler(false);
        });
        Candor loader = LoaderTelemetry.builder()
                .surroundings(Surroundings.builder()
                        .environment(Map.of("RUNTIME__SENTRY_DSN", pipelines.dsn()))
                        .home(home)
                        .workingDirectory(home)
                        .build())
                .build();

        try (Telemetry telemetry = loader.open();
                LogCapture logs = new LogCapture(telemetry, LogLevel.WARNING)) {
            Logger.getLogger("org.example.library")
                    .log(Level.SEVERE, "loading failed", new IOException("of the pipeline"));
            Sentry.captureException(new IllegalStateException("of the user"));
        }
        loader.control().flush(LONG);
        Sentry.flush(LONG.toMillis());

        own.awaitCount(1, LONG);
        assertThat(events(own)).extracting(SentryItem::name).containsExactly("IllegalStateException");
        assertThat(events(pipelines))
                .singleElement()
                .satisfies(event -> assertThat(event.payload().toString())
                        .contains("of the pipeline")
                        .doesNotContain("of the user"));
        assertThat(own.received().toString()).doesNotContain("of the pipeline");
    }

    private static List<SentryItem> events(SentryReceiver receiver) {
        return receiver.received().stream()
                .filter(item -> item.kind().equals("event"))
                .toList();
    }
}
