package dev.candor.examples.deployer.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What whoever owns a workload sees of its requests. */
class WorkloadTest {
    private static final int EXECUTIONS = 10_000;
    private static final int FLUSHED = 500;
    private static final long LOWEST_56_BITS = (1L << 56) - 1;
    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(
                    () -> DeployerTelemetry.builder(DeployerTelemetry.VERSION, Map.of()))
            .environment("DEPLOYER_RECORDING_TARGET", "memory");

    @Test
    void requests_tenThousand_oneInTenIsKeptByItsTraceIdAlone() throws Exception {
        List<String> ids = new ArrayList<>();
        Workload workload = new Workload(recorded.telemetry(), "app", (request, steps) -> {
            ids.add(steps.traceId());
            return "done";
        });

        for (int i = 0; i < EXECUTIONS; i++) {
            workload.request("request", "");
            if (i % FLUSHED == 0) {
                recorded.signals().traces();
            }
        }

        List<String> kept =
                recorded.signals().traces().stream().map(Trace::traceId).toList();
        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().filter(WorkloadTest::isKept).toList());
        // Five standard deviations of a binomial distribution with n = 10,000 and p = 0.1.
        assertThat(kept.size()).isBetween(850, 1_150);
        System.out.println("deployer: " + kept.size() + " of " + EXECUTIONS + " traces were kept");
    }

    private static boolean isKept(String traceId) {
        long low = Long.parseUnsignedLong(traceId.substring(16), 16) & LOWEST_56_BITS;
        return low < (long) (0.1 * (1L << 56));
    }

    @Test
    void request_isATraceWithInputOutputAndSteps_redactedAndCut() throws Exception {
        String secret = "mail bob@example.org ";
        Workload workload = new Workload(recorded.telemetry(), "app", (request, steps) -> {
            steps.step("look up", request, () -> "found");
            return secret.repeat(1_000);
        });

        workload.request(secret, SAMPLED);

        Trace trace = recorded.signals().traces().get(0);
        assertThat(trace.spans()).extracting(Trace.Span::name).containsExactly("app", "look up");
        assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace.root().attributes().get("input")).isEqualTo("mail <email> ");
        assertThat(trace.root().attributes().get("output").toString())
                .startsWith("mail <email>")
                .doesNotContain("bob")
                .hasSizeBetween(1_000, 4_096);
        assertThat(trace.spans().get(1).attributes()).containsEntry("output", "found");
    }

    @Test
    void request_isLoggedAndCounted() throws Exception {
        Workload workload = new Workload(recorded.telemetry(), "app", (request, steps) -> "done");

        workload.request("request", "");

        assertThat(recorded.signals().logs()).extracting(LogEntry::message).containsExactly("a request was answered");
        assertThat(recorded.signals().metrics().toString()).contains("workload.requests", "workload.duration");
    }
}
