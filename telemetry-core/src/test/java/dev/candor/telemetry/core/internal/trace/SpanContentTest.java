package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a span says of the work: redacted, cut and bounded. */
class SpanContentTest extends TracerFixture {
    private static final int LONGEST_VALUE = 4_096;

    @Test
    void set_secretByKeyOrByText_isRemoved() {
        try (Span span = tracer.start("mail to jane.doe@example.com")) {
            span.set("password", "hunter2horse")
                    .set("note", "mail to jane.doe@example.com")
                    .set("key of jane.doe@example.com", 1L)
                    .input("{\"password\": \"hunter2horse\"}")
                    .output("Authorization: Bearer abcdefghijklmnop0123456789")
                    .fail(new IOException("jane.doe@example.com"));
        }

        assertThat(onlyTrace().toString())
                .doesNotContain("jane")
                .doesNotContain("hunter2")
                .doesNotContain("abcdefghijklmnop");
    }

    @Test
    void set_longMissingOrMany_isCutIgnoredOrBounded() {
        try (Span span = tracer.start("run")) {
            span.input("word ".repeat(2_000_000)).set("none", null);
            for (int i = 0; i < 10_000; i++) {
                span.set("key" + i, i);
            }
        }

        Map<String, Object> attributes = onlyTrace().root().attributes();
        assertThat(attributes).hasSizeLessThanOrEqualTo(128).doesNotContainKey("none");
        assertThat(attributes.get("input").toString()).hasSizeLessThanOrEqualTo(LONGEST_VALUE);
    }

    @Test
    void fail_messageThatThrows_isTheTypeAlone() {
        try (Span span = tracer.start("run")) {
            span.fail(new RuntimeException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new AssertionError();
                }
            });
        }

        assertThat(onlyTrace().root().failed()).isTrue();
        assertThat(onlyTrace().root().failure()).startsWith(SpanContentTest.class.getName());
    }

    @Test
    void start_moreNamesThanAreRemembered_redactsEachOfThem() {
        try (Span run = tracer.start("run")) {
            for (int i = 0; i < 900; i++) {
                tracer.start("mail " + i + " to jane.doe@example.com").close();
                tracer.start("again " + i % 3 + " to jane.doe@example.com").close();
            }
            for (int i = 0; i < 300; i++) {
                run.set("key " + i + " of jane.doe@example.com", 1L);
            }
        }

        assertThat(onlyTrace().toString())
                .contains("mail 7 to <email>", "again 1 to <email>")
                .doesNotContain("jane");
    }
}
