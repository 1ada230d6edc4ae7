package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing leaves that is not in the signals. */
interface PrivacyContract extends BackendUnderTest {

    @Test
    default void export_samplesOfEachPurpose_carryTheVendorsPrivacyFlags() {
        try (Bench bench = new Bench(this)) {
            sendAll(bench);

            assertThat(bench.receiver().received()).isNotEmpty();
            checkPrivacy(bench.receiver());
        }
    }

    @Test
    default void export_samplesOfEachPurpose_holdNothingOfThisMachine() throws Exception {
        Map<String, String> canaries = Canaries.plant();
        try (Bench bench = new Bench(this)) {
            Canaries.inThread(() -> sendAll(bench));

            String wire = new String(bench.receiver().rawBytes(), Wire.LATIN);
            assertThat(wire).isNotEmpty();
            canaries.forEach((what, canary) -> assertThat(wire).as(what).doesNotContain(canary));
        } finally {
            Canaries.remove();
        }
    }

    @Test
    default void receiptsAndPreview_masksSecrets() {
        try (Bench bench = new Bench(this)) {
            List<Payload> shown = new ArrayList<>(bench.backend().preview(Signals.of(bench.any(), 1)));
            new Pipeline(bench.backend()).bring(Signals.of(bench.any(), 1));
            shown.addAll(bench.noted());

            assertThat(shown).hasSizeGreaterThan(1);
            for (Setting setting : provider().spec().settings()) {
                String value = settings(bench.receiver()).get(setting.name());
                if (setting.secret() && value != null) {
                    String secret = value.contains("@") ? Wrong.userInfo(value) + "@" : value;
                    assertThat(shown).allSatisfy(payload -> {
                        assertThat(payload.url()).doesNotContain(secret);
                        assertThat(payload.headers().toString()).doesNotContain(secret);
                    });
                }
            }
        }
    }

    private static void sendAll(Bench bench) {
        for (Purpose purpose : bench.carries()) {
            List<Signal> one = Signals.of(purpose, 1);
            new Pipeline(bench.backend()).bring(one);
        }
    }
}
