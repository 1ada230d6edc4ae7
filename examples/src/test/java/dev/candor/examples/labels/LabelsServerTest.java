package dev.candor.examples.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.examples.labels.client.LabelsClient;
import dev.candor.examples.labels.client.LabelsTrainer;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a running server with a real database tells, request by request. */
class LabelsServerTest {
    private static final String TASK = "text-classification";

    @TempDir
    Path data;

    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(() -> LabelsTelemetry.builder(data));

    private LabelsServer server;
    private LabelsClient client;

    @BeforeEach
    void serve() throws Exception {
        server = new LabelsServer(recorded.telemetry(), 0, data);
        client = new LabelsClient(server.uri(), "alice-the-annotator");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void me_isReportedWithHeadersAndAHashOfTheUser() throws Exception {
        LabelsClient.Answer answer = client.me();

        assertThat(answer).isEqualTo(new LabelsClient.Answer(200, "{\"username\":\"alice-the-annotator\"}"));
        Map<String, Object> sent = recorded.signals()
                .single(LabelsEvents.ME)
                .with(LabelsEvents.USER_AGENT, "labels-client/1.29.1")
                .with(LabelsEvents.ACCEPT_LANGUAGE, "en-GB,en")
                .event()
                .attributes();
        assertThat(sent.get("user").toString()).isNotEmpty().doesNotContain("alice");
    }

    @Test
    void bulk_isReportedByTaskAndNumber() throws Exception {
        LabelsClient.Answer answer = client.bulk("book-reviews", TASK, List.of("What a book!", "Never again."));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.get("/api/dataset/book-reviews").body()).contains("\"records\":2");
        recorded.signals()
                .single(LabelsEvents.BULK)
                .with(LabelsEvents.TASK, TASK)
                .with(LabelsEvents.RECORDS, 2L)
                .with(LabelsEvents.USER_AGENT, "labels-client/1.29.1");
    }

    @Test
    void errors_areReportedByCodeAndEntity() throws Exception {
        client.bulk("book-reviews", "guessing", List.of("text"));
        client.get("/api/dataset/nowhere");
        client.bulk("book-reviews", TASK, List.of("text"));
        client.bulk("book-reviews", "text2text", List.of("text"));
        new LabelsClient(server.uri(), " ").me();
        client.get("/wp-login.php");
        LabelsClient.Answer fault = client.bulk("book-reviews", TASK, List.of("x".repeat(10_001)));

        assertThat(fault.status()).isEqualTo(500);
        assertThat(recorded.signals().events())
                .filteredOn(event -> event.name().equals("api_error"))
                .extracting(LabelsServerTest::codeAndEntity)
                .containsExactly(
                        "entity_not_found Task",
                        "entity_not_found Dataset",
                        "wrong_task Dataset",
                        "unauthorized User",
                        "route_not_found none",
                        "internal none");
    }

    private static String codeAndEntity(UsageEvent event) {
        return event.attributes().get("code") + " " + event.attributes().get("entity");
    }

    @Test
    void integration_isReportedByFrameworkAndTask() throws Exception {
        client.bulk("book-reviews", TASK, List.of("text"));

        new LabelsTrainer(recorded.telemetry(), client).prepare("book-reviews", "tribuo", TASK);

        recorded.signals()
                .single(LabelsEvents.INTEGRATION)
                .with(LabelsEvents.FRAMEWORK, "tribuo")
                .with(LabelsEvents.TASK, TASK);
    }

    @Test
    void everything_carriesSystemAndVersionsAndNoContent() throws Exception {
        client.me();
        client.bulk("book-reviews", TASK, List.of("the secret of the record"));
        client.get("/api/dataset/unknown-dataset");
        client.bulk("book-reviews", TASK, List.of("the secret of the record ".repeat(1_000)));

        List<Signal> sent = recorded.signals().of(Audience.MAINTAINER);
        assertThat(sent).hasSizeGreaterThanOrEqualTo(4);
        assertThat(sent.toString())
                .doesNotContain("secret", "book-reviews", "unknown-dataset", "alice", data.toString());
        assertThat(sent).allSatisfy(signal -> {
            assertThat(signal.header().resource().toolVersion()).isEqualTo(LabelsTelemetry.VERSION);
            assertThat(signal.header().resource().extra()).containsKeys("kernel", "platform");
        });
    }

    @Test
    void requests_areTracedByTheirTemplates() throws Exception {
        client.me();
        client.bulk("book-reviews", TASK, List.of("text"));
        client.get("/wp-login.php");

        assertThat(recorded.signals().traces())
                .extracting(trace -> trace.root().name())
                .containsExactly("GET /api/me", "POST /api/dataset/{name}/{task}:bulk", "GET");
        assertThat(recorded.signals().traces()).extracting(Trace::toString).noneMatch(text -> text.contains("book"));
    }
}
