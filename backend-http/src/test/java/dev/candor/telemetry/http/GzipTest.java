package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GzipTest {
    private final Gzip gzip = new Gzip();

    @AfterEach
    void close() {
        gzip.close();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @Test
    void packed_bodiesOneAfterTheOther_areReadBackByTheJdk() throws Exception {
        for (int words : new int[] {5, 50_000, 7, 1_000}) {
            byte[] body = ("some words " + words + ' ').repeat(words).getBytes(StandardCharsets.UTF_8);

            byte[] packed = gzip.packed(body);

            assertThat(packed).isNotNull().hasSizeLessThan(body.length);
            assertThat(unpacked(packed)).isEqualTo(body);
        }
    }

    @Test
    void packed_wouldNotBeSmaller_isNothingAndTheNextOneIsWhole() throws Exception {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        byte[] body = "again ".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThat(gzip.packed(noise)).isNull();
        assertThat(gzip.packed(new byte[0])).isNull();
        assertThat(gzip.packed(new byte[18])).isNull();
        assertThat(unpacked(gzip.packed(body))).isEqualTo(body);
    }

    @Test
    void packed_anyLength_isSmallerOrNothing() throws Exception {
        for (int length = 0; length < 200; length++) {
            byte[] body = new byte[length];

            byte[] packed = gzip.packed(body);

            if (packed != null) {
                assertThat(packed).hasSizeLessThan(length);
                assertThat(unpacked(packed)).isEqualTo(body);
            }
        }
        assertThat(gzip.packed(new byte[200])).isNotNull();
    }
}
