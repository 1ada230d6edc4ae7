package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much may wait, as a tool chooses it. */
class MayWaitTest {
    private static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    private static final EventType LOAD = EventType.named("load")
            .owner("tests")
            .because("Counted.")
            .with(SUCCESS)
            .build();

    @Test
    void mayWait_manySignals_burstAccepted() {
        int events = 20_000;

        try (Telemetry telemetry = telemetry(events)) {
            int accepted = 0;
            for (int i = 0; i < events; i++) {
                accepted += telemetry.event(LOAD).with(SUCCESS, true).record() ? 1 : 0;
            }

            assertThat(accepted).isEqualTo(events);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "-1, 8", "8, 0", "8, 2000000"})
    void mayWait_senselessLimits_refusedAtStart(long bytes, int signals) {
        CandorBuilder builder = Candor.tool("waiting", "1.0.0");

        assertThatIllegalArgumentException().isThrownBy(() -> builder.mayWait(bytes, signals));
    }

    private Telemetry telemetry(int signals) {
        return Candor.tool("waiting", "1.0.0")
                .mode(Mode.SERVER)
                .events(LOAD)
                .withoutFloodGuard()
                .mayWait(100 << 20, signals)
                .surroundings(Surroundings.builder()
                        .environment(Map.of("WAITING_ENABLE_TELEMETRY", "true"))
                        .build())
                .build()
                .open();
    }
}
