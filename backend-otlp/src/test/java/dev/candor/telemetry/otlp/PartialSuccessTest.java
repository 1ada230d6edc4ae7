package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartialSuccessTest {

    private static ExportMetricsServiceResponse refusing(long points) {
        return ExportMetricsServiceResponse.newBuilder()
                .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                        .setErrorMessage("no")
                        .setRejectedDataPoints(points))
                .build();
    }

    @Test
    void refused_numbersOfAnySize_areRead() {
        for (long count : new long[] {0, 1, 127, 128, 300, 1L << 35, Long.MAX_VALUE}) {
            assertThat(PartialSuccess.refused(refusing(count).toByteArray())).isEqualTo(count);
        }
    }

    @Test
    void refused_negative_isNone() {
        assertThat(PartialSuccess.refused(refusing(-1).toByteArray())).isZero();
    }

    @Test
    void refused_fieldsOfANewerProtocol_areSkipped() {
        UnknownFieldSet newer = UnknownFieldSet.newBuilder()
                .addField(
                        7,
                        Field.newBuilder()
                                .addFixed64(1)
                                .addFixed32(2)
                                .addVarint(3)
                                .build())
                .addField(
                        8,
                        Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8("x"))
                                .build())
                .build();
        ExportMetricsServiceResponse response = refusing(3).toBuilder()
                .setUnknownFields(newer)
                .setPartialSuccess(refusing(3).getPartialSuccess().toBuilder().setUnknownFields(newer))
                .build();

        assertThat(PartialSuccess.refused(response.toByteArray())).isEqualTo(3);
    }

    @Test
    void refused_notProtobuf_isNone() {
        for (String body : new String[] {"", "{}", "OK", "{\"partialSuccess\":{\"rejectedLogRecords\":\"1\"}}", "\n"}) {
            assertThat(PartialSuccess.refused(body.getBytes(StandardCharsets.UTF_8)))
                    .isZero();
        }
    }

    @Test
    void refused_anyBytes_neverThrows() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            random.nextBytes(bytes);

            assertThat(PartialSuccess.refused(bytes)).isNotNegative();
        }
    }

    @Test
    void refused_cutAnywhere_neverThrows() {
        byte[] whole = refusing(300).toByteArray();
        for (int length = 0; length < whole.length; length++) {
            assertThat(PartialSuccess.refused(java.util.Arrays.copyOf(whole, length)))
                    .isIn(0L, 300L);
        }
    }
}
