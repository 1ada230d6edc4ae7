package dev.candor.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DurationsTest {
    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(() -> Candor.tool("shop", "1.0.0")
            .mode(Mode.MEMORY)
            .consent(ConsentRules.forTool("shop", "1.0.0")
                    .purposes(Purpose.METRICS)
                    .build()));

    private final Route items = Route.of("/items/{id}");

    @Test
    void record_statusThatChangesAndComesBack_countsEachUnderItsOwn() {
        Durations durations = new Durations(recorded.telemetry());

        for (int status : new int[] {200, 200, 500, 200}) {
            durations.record(items, status, 0.001);
        }
        durations.record(null, 404, 0.001);
        durations.record(Route.of("/plain"), 200, 0.001);

        assertThat(counted())
                .isEqualTo(Map.of("/items/{id} 200", 3L, "/items/{id} 500", 1L, " 404", 1L, "/plain 200", 1L));
    }

    @Test
    void record_routeOfTwoFilters_countsForWhomTheRequestWas() {
        Durations allowed = new Durations(recorded.telemetry());
        Durations forbidden = new Durations(Telemetry.disabled());

        allowed.record(items, 200, 0.001);
        forbidden.record(items, 200, 0.001);
        allowed.record(items, 200, 0.001);

        assertThat(counted()).isEqualTo(Map.of("/items/{id} 200", 2L));
    }

    private Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>();
        for (MetricBatch batch : recorded.signals().metrics()) {
            for (MetricBatch.Point point : batch.points()) {
                Map<String, String> labels = point.labels();
                counts.merge(
                        labels.get("http.route") + " " + labels.get("http.response.status_code"),
                        ((MetricBatch.Distribution) point).count(),
                        Long::sum);
            }
        }
        return counts;
    }
}
