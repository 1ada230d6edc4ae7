package dev.candor.examples.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.examples.labels.client.LabelsClient;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Argilla's vectors of errors: a code and what kind of thing it was about, and never which one. */
class LabelsErrorsTest {
    private static final String TASK = "text-classification";
    private static final int TIMEOUT_MILLIS = 60_000;

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

    /** Argilla sends null for a header that is not there; here there is nothing of it. */
    @Test
    void arg04_notFoundWithoutHeaders_isCodeAndEntityAlone() throws Exception {
        String head =
                "GET /api/dataset/nowhere HTTP/1.1\r\nHost: labels\r\nX-Labels-User: alice\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 404");
        }

        assertThat(error().attributes()).isEqualTo(Map.of("code", "entity_not_found", "entity", "Dataset"));
    }

    @Test
    void arg05_datasetThatIsThereForAnotherTask_isNotNamed() throws Exception {
        client.bulk("book-reviews", TASK, List.of("text"));
        client.bulk("book-reviews", "text2text", List.of("text"));

        assertThat(error().attributes()).isEqualTo(withHeaders("wrong_task", "Dataset"));
    }

    /** Argilla adds the class of what was wrapped; here a fault of the server has its code alone, as a class may name a customer. */
    @Test
    void arg06_faultThatWrapsAnother_isItsCodeWithoutMessageAndClass() throws Exception {
        LabelsClient.Answer answer = client.bulk("book-reviews", TASK, List.of("x".repeat(10_001)));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(error().attributes()).isEqualTo(withHeaders("internal", "none"));
    }

    @Test
    void arg07_errorThatIsAboutNoEntity_isItsCode() throws Exception {
        client.get("/of-a-scanner.php");

        assertThat(error().attributes()).isEqualTo(withHeaders("route_not_found", "none"));
    }

    /** The one error that was reported. */
    private UsageEvent error() {
        List<UsageEvent> errors = recorded.signals().events().stream()
                .filter(event -> event.name().equals("api_error"))
                .toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    private static Map<String, Object> withHeaders(String code, String entity) {
        return Map.of(
                "code", code, "entity", entity, "user_agent", "labels-client/1.29.1", "accept_language", "en-GB,en");
    }
}
