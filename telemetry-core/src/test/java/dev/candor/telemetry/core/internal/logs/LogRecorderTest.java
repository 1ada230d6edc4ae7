package dev.candor.telemetry.core.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import dev.candor.telemetry.core.internal.trace.Tracer;
import dev.candor.telemetry.spi.LogEntry;
import java.io.IOException;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log records for the owner. */
class LogRecorderTest {
    private final RecordingSink sink = new RecordingSink();
    private final CurrentSpan current = new CurrentSpan();
    private final LogRecorder logs = new LogRecorder(sink, new RealScrubber(), current, Severity.WARN);

    @Test
    void log_belowTheThreshold_isNotTaken() {
        assertThat(logs.log(Severity.INFO, "app", "x", null, Map.of())).isFalse();
        assertThat(logs.log(Severity.WARN, "app", "x", null, Map.of())).isTrue();
        assertThat(logs.log(Severity.FATAL, "app", "x", null, Map.of())).isTrue();
        assertThat(logs.accepts(Severity.DEBUG)).isFalse();
        assertThat(sink.owner()).hasSize(2);
        assertThat(sink.maintainer()).isEmpty();
    }

    @Test
    void log_notAllowed_isNotTaken() {
        sink.only();

        assertThat(logs.log(Severity.ERROR, "app", "x", null, Map.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.candor.telemetry.core", "sun.net.www.http", "io.sentry.X", "okhttp3.OkHttpClient"})
    void log_ofThePartsThatDeliver_isNotTaken(String logger) {
        assertThat(logs.log(Severity.ERROR, logger, "x", null, Map.of())).isFalse();
    }

    @Test
    void log_secretByTextOrKey_isRemoved() {
        logs.log(
                Severity.ERROR,
                "app.jane.doe@example.com",
                "mail to jane.doe@example.com",
                new IOException("no answer from jane.doe@example.com"),
                Map.of("password", "hunter2horse", "pin", 4711, "note", "jane.doe@example.com", "api_key", 12345L));

        LogEntry entry = entry();
        assertThat(entry.toString())
                .doesNotContain("jane")
                .doesNotContain("hunter2")
                .doesNotContain("12345");
        assertThat(entry.errorType()).isEqualTo("java.io.IOException");
        assertThat(entry.attributes()).containsKeys("password", "note");
    }

    @Test
    void log_numbersAndFlags_keepTheirKind() {
        logs.log(Severity.ERROR, "app", "x", null, Map.of("n", 5, "l", 6L, "d", 0.5, "f", true, "o", new Object()));

        assertThat(entry().attributes())
                .containsEntry("n", 5)
                .containsEntry("l", 6L)
                .containsEntry("d", 0.5)
                .containsEntry("f", true)
                .containsEntry("o", "<object>");
    }

    @Test
    void log_insideASpan_carriesItsIds() {
        Tracer tracer = new Tracer(sink, new RealScrubber(), current, Clock.systemUTC(), 1);
        try (Span span = tracer.start("run")) {
            logs.log(Severity.ERROR, "app", "x", null, Map.of());

            assertThat(entry().traceId()).isEqualTo(span.traceId());
        }
    }

    @Test
    void log_whileOneIsBeingRecorded_isIgnored() {
        LogRecorder[] self = new LogRecorder[1];
        Scrubber logging = new Scrubber() {
            private final Scrubber real = new RealScrubber();

            @Override
            public String text(String value) {
                self[0].log(Severity.ERROR, "app.redaction", "again", null, Map.of());
                return real.text(value);
            }

            @Override
            public Object tree(String key, Object value, dev.candor.telemetry.ValueType.Tree type) {
                return real.tree(key, value, type);
            }

            @Override
            public String hash(String value) {
                return "";
            }
        };
        self[0] = new LogRecorder(sink, logging, current, Severity.WARN);

        self[0].log(Severity.ERROR, "app", "first", null, Map.of());
        self[0].log(Severity.ERROR, "app", "second", null, Map.of());

        assertThat(sink.owner()).hasSize(2);
    }

    @Test
    void log_hugeMessage_isCut() {
        logs.log(Severity.ERROR, "app", "word ".repeat(2_000_000), null, Map.of());

        assertThat(entry().message()).hasSizeLessThanOrEqualTo(8_192);
    }

    @Test
    void log_errorWhoseMessageThrows_isTakenWithoutIt() {
        Exception hostile = new Exception() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new AssertionError();
            }
        };

        assertThat(logs.log(Severity.ERROR, "app", "x", hostile, Map.of())).isTrue();
        assertThat(entry().errorMessage()).isEmpty();
    }

    @Test
    void log_attributesThatNeverEnd_areCut() {
        Map<String, String> endless = new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                return new Endless();
            }
        };

        assertThat(logs.log(Severity.ERROR, "app", "x", null, endless)).isTrue();
        assertThat(entry().attributes()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void log_hostileAttributes_dropTheRecordAndNothingElse() {
        Map<String, String> hostile = new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new AssertionError();
            }
        };
        Map<String, Object> withNulls = new HashMap<>();
        withNulls.put("none", null);

        assertThat(logs.log(Severity.ERROR, "app", "x", null, hostile)).isFalse();
        assertThat(logs.log(Severity.ERROR, "app", "x", null, withNulls)).isTrue();
        assertThat(logs.log(Severity.ERROR, "app", null, null, Map.of())).isFalse();
        assertThat(sink.owner()).hasSize(1);
    }

    private LogEntry entry() {
        assertThat(sink.owner()).hasSize(1);
        return (LogEntry) sink.owner().get(0);
    }

    /** Entries without end. */
    private static final class Endless extends AbstractSet<Map.Entry<String, String>> {
        private int count;

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public Map.Entry<String, String> next() {
                    return Map.entry("key" + count++, "value");
                }
            };
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }
}
