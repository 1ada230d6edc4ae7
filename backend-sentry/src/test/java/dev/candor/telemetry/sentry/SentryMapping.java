package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A backend that sends to a receiver that knows the format of Sentry. */
abstract class SentryMapping {
    static final ObjectMapper JSON = new ObjectMapper();

    final SentryReceiver receiver = new SentryReceiver();

    Backend backend;

    @BeforeEach
    void open() throws Exception {
        backend = new SentryBackendProvider().open(Samples.context(Map.of("dsn", receiver.dsn())));
    }

    @AfterEach
    void close() {
        backend.close();
        receiver.close();
    }

    SentryItem sent(Signal signal) {
        DeliveryResult result = backend.export(List.of(signal));

        assertThat(receiver.refusals()).isEmpty();
        assertThat(result).isEqualTo(new DeliveryResult.Delivered(1));
        return receiver.received().get(receiver.received().size() - 1);
    }

    static String withoutTime(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.replaceAll("\"sent_at\":\"[^\"]*\"", "");
    }

    static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
