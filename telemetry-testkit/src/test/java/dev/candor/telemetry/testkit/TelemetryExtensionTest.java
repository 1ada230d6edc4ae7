package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.spi.MetricBatch;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TelemetryExtensionTest {
    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(Tool::describe);

    @RegisterExtension
    final NoNetwork guard = new NoNetwork();

    @Test
    void event_recorded_isThereWithItsAttributes() {
        recorded.telemetry()
                .event(Tool.LOAD)
                .with(Tool.DESTINATION, "duckdb")
                .with(Tool.ELAPSED, 2.5)
                .record();

        recorded.signals()
                .single(Tool.LOAD)
                .with(Tool.DESTINATION, "duckdb")
                .with(Tool.ELAPSED, 2.5)
                .without(Tool.SUCCESS);
    }

    @Test
    void event_ofAnotherTest_isNotThere(Telemetry telemetry) {
        recorded.signals().none();
        telemetry.event(Tool.OTHER).record();

        assertThat(recorded.signals().events()).hasSize(1);
        assertThatThrownBy(() -> recorded.signals().none())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("other");
        assertThatThrownBy(() -> recorded.signals().single(Tool.LOAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("0 events named load_finished")
                .hasMessageContaining("[other]");
    }

    @Test
    void single_otherValue_fails() {
        recorded.telemetry()
                .event(Tool.LOAD)
                .with(Tool.DESTINATION, "duckdb")
                .with(Tool.SUCCESS, false)
                .record();

        RecordedEvent event = recorded.signals().single(Tool.LOAD);

        assertThatThrownBy(() -> event.with(Tool.DESTINATION, "postgres")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> event.with(Tool.SUCCESS, true)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> event.with(Tool.ELAPSED, 1.0)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> event.without(Tool.SUCCESS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void error_recorded_isThereForBothAudiences() {
        recorded.telemetry().errors().record(new IllegalStateException("table orders is locked"));

        assertThat(recorded.signals().errors()).hasSize(1);
        assertThat(recorded.signals().errors().toString()).doesNotContain("orders");
        assertThat(recorded.signals().ownerErrors().get(0).exceptions().get(0).message())
                .contains("orders");
    }

    @Test
    void ownersSignals_recorded_areThere() {
        recorded.telemetry().trace("run").close();
        recorded.telemetry().metrics().counter("loads", "1").add(3);
        recorded.telemetry().logs().log(Severity.WARN, "loader", "slow", null, Map.of());

        assertThat(recorded.signals().traces())
                .singleElement()
                .extracting(trace -> trace.root().name())
                .isEqualTo("run");
        assertThat(recorded.signals().logs())
                .singleElement()
                .extracting(log -> log.message())
                .isEqualTo("slow");
        assertThat(recorded.signals().metrics().get(0).points().get(0))
                .isInstanceOfSatisfying(
                        MetricBatch.Sum.class, sum -> assertThat(sum.value()).isEqualTo(3));
    }

    @Test
    void enabled_granted_isTrueForEachPurpose() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(recorded.telemetry().enabled(purpose)).as(purpose.name()).isTrue();
        }
    }
}
