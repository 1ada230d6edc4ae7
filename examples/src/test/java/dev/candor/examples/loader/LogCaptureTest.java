package dev.candor.examples.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the logs of a process reaches whoever runs the pipeline. */
class LogCaptureTest {
    // Kept for the test: the log manager holds loggers weakly.
    private final Logger root = Logger.getLogger("");
    private final Logger somebodys = Logger.getLogger("org.example.library");

    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(LoaderTelemetry::builder);

    private LogCapture capture;

    private void capture(LogLevel level) {
        capture = new LogCapture(recorded.telemetry(), level);
    }

    @AfterEach
    void release() {
        capture.close();
    }

    @ParameterizedTest(name = "DLT-02 {0} -> {1}")
    @CsvSource({
        "CRITICAL, ''",
        "ERROR, severe",
        "WARNING, severe warning",
        "INFO, severe warning",
        "DEBUG, severe warning"
    })
    void errors_byLogLevel_areReportedFromItOnAndWarningsAtMost(LogLevel level, String reported) {
        capture(level);

        somebodys.severe("severe");
        somebodys.warning("warning");
        somebodys.info("info");

        assertThat(messages()).containsExactlyElementsOf(reported.isEmpty() ? List.of() : List.of(reported.split(" ")));
    }

    @Test
    void warning_thatIsReported_staysAWarning() {
        capture(LogLevel.WARNING);

        somebodys.severe("severe");
        somebodys.warning("warning");
        somebodys.log(Level.WARNING, "with an exception", new IOException("no disk"));

        assertThat(recorded.signals().ownerErrors())
                .extracting(ErrorReport::severity)
                .containsExactly(Severity.ERROR, Severity.WARN, Severity.WARN);
    }

    /** What was logged without an exception is reported by its text, behind its logger's name. */
    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (ErrorReport report : recorded.signals().ownerErrors()) {
            messages.add(report.exceptions().get(0).message().replace("org.example.library: ", ""));
        }
        return messages;
    }

    @Test
    void logged_byAnyLogger_isALogRecordAndACrumbOfTheNextError() {
        capture(LogLevel.INFO);

        somebodys.info("two rows were read");
        somebodys.log(Level.SEVERE, "cannot go on", new IOException("no disk"));

        assertThat(recorded.signals().logs())
                .extracting(entry -> entry.message())
                .containsExactly("two rows were read", "cannot go on");
        assertThat(recorded.signals().ownerErrors()).singleElement().satisfies(report -> {
            assertThat(report.exceptions().get(0).type()).isEqualTo("java.io.IOException");
            assertThat(report.breadcrumbs())
                    .extracting(crumb -> crumb.message())
                    .contains("two rows were read");
        });
    }

    @Test
    void logged_afterItWasReportedByTheStep_isOneReport() {
        capture(LogLevel.WARNING);
        IOException failure = new IOException("no disk");

        assertThatThrownBy(() -> recorded.telemetry().errors().run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        somebodys.log(Level.SEVERE, "loading failed", failure);

        assertThat(recorded.signals().ownerErrors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.candor.telemetry",
                "dev.candor.telemetry.spool",
                "sun.net.www.protocol.http.HttpURLConnection",
                "jdk.internal.httpclient.debug",
                "io.sentry.transport",
                "io.opentelemetry.exporter",
                "okhttp3.OkHttpClient"
            })
    void logged_byTelemetryOrItsHttpStack_isIgnoredOnEveryThread(String logger) throws InterruptedException {
        capture(LogLevel.DEBUG);
        Logger own = Logger.getLogger(logger);

        own.severe("delivery failed");
        Thread worker = new Thread(() -> own.severe("delivery failed"));
        worker.start();
        worker.join();

        assertThat(recorded.signals().ownerErrors()).isEmpty();
        assertThat(recorded.signals().logs()).isEmpty();
    }

    @Test
    void logged_byAHandlerThatLogs_doesNotRecurse() {
        Handler chatty = new Handler() {
            private boolean talking;

            @Override
            public void publish(LogRecord record) {
                if (!talking) {
                    talking = true;
                    somebodys.severe("the handler itself: " + record.getMessage());
                    talking = false;
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        root.addHandler(chatty);
        try {
            capture(LogLevel.WARNING);
            somebodys.severe("first");
        } finally {
            root.removeHandler(chatty);
        }

        assertThat(messages()).containsExactlyInAnyOrder("first", "the handler itself: first");
    }

    @Test
    void close_afterwards_leavesTheLogsAsTheyWere() {
        Level before = root.getLevel();
        Handler[] handlers = root.getHandlers();

        capture(LogLevel.DEBUG);
        capture.close();
        somebodys.severe("later");

        assertThat(root.getLevel()).isEqualTo(before);
        assertThat(root.getHandlers()).containsExactly(handlers);
        assertThat(recorded.signals().ownerErrors()).isEmpty();
    }
}
