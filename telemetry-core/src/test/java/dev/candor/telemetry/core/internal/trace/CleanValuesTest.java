package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.spi.Trace;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a span may say is found out once for each value, and what it may not is found out each time. */
class CleanValuesTest extends TracerFixture {
    private final AtomicInteger redacted = new AtomicInteger();
    private final Tracer counting = new Tracer(sink, new Counting(), current, Clock.systemUTC(), 1);

    @Test
    void set_sameCleanValueAgain_isNotRedactedAnew() {
        for (int i = 0; i < 5; i++) {
            set("http.route", "/api/me");
        }

        assertThat(redacted).hasValue(1);
        assertThat(sink.owner())
                .hasSize(5)
                .allSatisfy(trace -> assertThat(trace.toString()).contains("/api/me"));
    }

    @Test
    void set_valueThatIsRedacted_isNeverRemembered() {
        for (int i = 0; i < 3; i++) {
            set("note", "mail to jane.doe@example.com");
        }

        assertThat(redacted).hasValue(3);
        assertThat(sink.owner())
                .hasSize(3)
                .allSatisfy(trace -> assertThat(trace.toString()).doesNotContain("jane"));
    }

    @Test
    void set_valueKnownUnderAnotherKey_goesByItsOwnKey() {
        set("note", "horse");
        set("password", "horse");

        assertThat(sink.owner().get(0).toString()).contains("horse");
        assertThat(sink.owner().get(1).toString()).doesNotContain("horse");
    }

    @Test
    void set_keysAndValuesOfOneHash_keepTheirOwn() {
        // "Aa" and "BB" have the same hash.
        for (int i = 0; i < 3; i++) {
            set("Aa", "horse");
            set("BB", "horse");
            set("animal", "Aa");
            set("animal", "BB");
        }

        for (int i = 0; i < sink.owner().size(); i += 4) {
            assertThat(attributes(i)).containsExactly(Map.entry("Aa", "horse"));
            assertThat(attributes(i + 1)).containsExactly(Map.entry("BB", "horse"));
            assertThat(attributes(i + 2)).containsExactly(Map.entry("animal", "Aa"));
            assertThat(attributes(i + 3)).containsExactly(Map.entry("animal", "BB"));
        }
    }

    @Test
    void set_keyOfManyValues_takesNoOtherKeysRoom() {
        for (int i = 0; i < 10_000; i++) {
            set("id", "number " + i);
        }
        set("http.route", "/api/me");
        redacted.set(0);

        set("http.route", "/api/me");
        set("id", "number 9999");

        assertThat(redacted).hasValue(1);
    }

    @Test
    void set_moreKeysThanAreRemembered_areAllRedacted() {
        for (int i = 0; i < 1_000; i++) {
            set("key " + i, "horse");
        }
        redacted.set(0);

        set("key 999", "jane.doe@example.com");

        assertThat(redacted).hasValue(1);
        assertThat(sink.owner().get(1_000).toString()).doesNotContain("jane");
    }

    private Map<String, Object> attributes(int trace) {
        return ((Trace) sink.owner().get(trace)).spans().get(0).attributes();
    }

    private void set(String key, String value) {
        try (Span span = counting.start("run")) {
            span.set(key, value);
        }
    }

    /** The real redaction, counted. */
    private final class Counting implements Scrubber {
        private final Scrubber real = new RealScrubber();

        @Override
        public String text(String value) {
            return real.text(value);
        }

        @Override
        public @Nullable Object tree(String key, Object value, ValueType.Tree type) {
            redacted.incrementAndGet();
            return real.tree(key, value, type);
        }

        @Override
        public @Nullable String hash(String value) {
            return real.hash(value);
        }
    }
}
