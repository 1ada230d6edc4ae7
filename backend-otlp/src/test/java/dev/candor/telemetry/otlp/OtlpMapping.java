package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.OtlpRecord;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A backend that sends to a receiver that knows OTLP. */
abstract class OtlpMapping {
    final OtlpReceiver receiver = new OtlpReceiver();

    Backend backend;

    @BeforeEach
    void open() throws Exception {
        backend = new OtlpBackendProvider()
                .open(Samples.context(Map.of("endpoint", receiver.uri().toString())));
    }

    @AfterEach
    void close() {
        backend.close();
        receiver.close();
    }

    List<OtlpRecord> sent(Signal... signals) {
        assertThat(backend.export(List.of(signals))).isEqualTo(new Delivered(signals.length));
        assertThat(receiver.refusals()).isEmpty();
        return receiver.received();
    }

    static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
