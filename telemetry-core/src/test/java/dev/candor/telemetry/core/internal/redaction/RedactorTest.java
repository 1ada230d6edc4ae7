package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.RedactionRule;
import dev.candor.telemetry.core.RedactionRule.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private final Redactor redactor = Redactor.builder().build();

    @Test
    void redact_textWithNothingPrivate_isTheSameObject() {
        String text = "Loaded 12 tables in 2.2 s: 3 warnings, exit code 0";

        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @Test
    void redact_severalPrivateParts_areReplacedInPlace() {
        String text = "ann.lee@shop.example.org could not read /home/ann/plans.csv from 10.20.30.40 (attempt 2)";

        assertThat(redactor.redact(text)).isEqualTo("<email> could not read <path> from <ip> (attempt 2)");
    }

    @Test
    void redact_emptyAndTinyTexts_areKept() {
        assertThat(redactor.redact("")).isEmpty();
        assertThat(redactor.redact("@")).isEqualTo("@");
        assertThat(redactor.redact("a=")).isEqualTo("a=");
    }

    @Test
    void redact_placeholders_areKept() {
        for (Placeholder each : Placeholder.values()) {
            String text = "before " + each.text() + " after";

            assertThat(redactor.redact(text)).isEqualTo(text);
        }
    }

    @Test
    void redact_textOverTheBound_isCutAtABlank() {
        String text = "word ".repeat(20_000) + "password=Tr0ub4dor";

        String redacted = redactor.redact(text);

        assertThat(redacted)
                .hasSizeLessThanOrEqualTo(Cut.LIMIT)
                .endsWith("word <cut>")
                .doesNotContain("Tr0ub4dor");
        assertThat(redactor.redact(redacted)).isEqualTo(redacted);
    }

    @Test
    void redact_textThatGrowsOverTheBound_staysWithinIt() {
        String text = "?a=bcdef&".repeat(Cut.LIMIT / 9);

        String redacted = redactor.redact(text);

        assertThat(redacted).hasSizeLessThanOrEqualTo(Cut.LIMIT);
        assertThat(redactor.redact(redacted)).isEqualTo(redacted);
    }

    @Test
    void rule_thatFindsMore_removesIt() {
        Redactor own = Redactor.builder()
                .rule(text -> {
                    int at = text.indexOf("project-x");
                    return at < 0 ? List.of() : List.of(new Range(at, at + 9));
                })
                .build();

        assertThat(own.redact("loading project-x for a@b.example")).isEqualTo("loading <redacted> for <email>");
    }

    @Test
    void rule_ofTheDocumentation_removesCustomerNumbers() {
        Redactor own = Redactor.builder()
                .rule(text -> {
                    int at = text.indexOf("customer-");
                    return at < 0 ? List.of() : List.of(new RedactionRule.Range(at, at + 17));
                })
                .build();

        assertThat(own.redact("no rows for customer-00417523 and customer-1"))
                .isEqualTo("no rows for <redacted> and <redacted>");
    }

    @Test
    void rule_thatNamesRangesOutsideTheText_isCutToIt() {
        Redactor own = Redactor.builder()
                .rule(text -> text.contains("<") ? List.of() : List.of(new Range(-5, 4), new Range(90, 200)))
                .build();

        assertThat(own.redact("blue sky")).isEqualTo("<redacted> sky");
    }

    @Test
    void rule_thatThrows_dropsTheFieldAndIsCounted() {
        Redactor own = Redactor.builder()
                .rule(text -> {
                    throw new IllegalStateException("broken");
                })
                .build();

        assertThat(own.redact("anything")).isEqualTo("<unscannable>");
        assertThat(own.failures()).isEqualTo(1);
    }

    @Test
    void rule_thatNeverSettles_dropsTheField() {
        Redactor own = Redactor.builder()
                .rule(text -> List.of(new Range(text.length() - 1, text.length())))
                .build();

        assertThat(own.redact("anything")).isEqualTo("<unscannable>");
    }

    @Test
    void redact_onManyThreads_givesEachItsOwnText() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int id = thread;
                tasks.add(() -> {
                    boolean right = true;
                    for (int i = 0; i < 2_000; i++) {
                        String number = id + "-" + i;
                        right &= redactor.redact(number + " by m" + i + "@host.example")
                                .equals(number + " by <email>");
                    }
                    return right;
                });
            }

            List<Future<Boolean>> results = pool.invokeAll(tasks, 60, TimeUnit.SECONDS);

            for (Future<Boolean> each : results) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
