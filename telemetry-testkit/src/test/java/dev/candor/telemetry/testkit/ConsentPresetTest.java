package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsentPresetTest {

    private static void recordEverything(Telemetry telemetry) {
        telemetry.event(Tool.LOAD).with(Tool.SUCCESS, true).record();
        telemetry.errors().record(new IllegalStateException("x"));
        telemetry.trace("run").close();
    }

    @Nested
    class Denied {
        @RegisterExtension
        final TelemetryExtension recorded =
                TelemetryExtension.of(Tool::describe).consent(ConsentPreset.DENIED);

        @Test
        void recorded_forTheMaintainer_isNothing() {
            recordEverything(recorded.telemetry());

            assertThat(recorded.telemetry().enabled(Purpose.USAGE)).isFalse();
            assertThat(recorded.signals().events()).isEmpty();
            assertThat(recorded.signals().errors()).isEmpty();
        }

        @Test
        void recorded_forTheOwner_isThere() {
            recordEverything(recorded.telemetry());

            assertThat(recorded.signals().traces()).hasSize(1);
            assertThat(recorded.signals().ownerErrors()).hasSize(1);
        }
    }

    @Nested
    class Undecided {
        @RegisterExtension
        final TelemetryExtension recorded =
                TelemetryExtension.of(Tool::describe).consent(ConsentPreset.UNDECIDED);

        @Test
        void recorded_isNothing() {
            recordEverything(recorded.telemetry());

            recorded.signals().none();
        }
    }

    @Nested
    class SwitchedOff {
        @RegisterExtension
        final TelemetryExtension recorded =
                TelemetryExtension.of(Tool::describe).consent(ConsentPreset.SWITCHED_OFF);

        @Test
        void recorded_isNothing() {
            recordEverything(recorded.telemetry());

            recorded.signals().none();
        }
    }

    @Nested
    class Environment {
        @RegisterExtension
        final TelemetryExtension recorded =
                TelemetryExtension.of(Tool::describe).environment("LOADER_DO_NOT_TRACK", "1");

        @Test
        void variable_isHeard() {
            recordEverything(recorded.telemetry());

            assertThat(recorded.signals().events()).isEmpty();
        }
    }
}
