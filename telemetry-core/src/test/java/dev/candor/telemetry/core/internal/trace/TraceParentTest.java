package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of W3C Trace Context. */
class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "  00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 ",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-a-later-version-adds"
            })
    void parse_wellFormed_isReadAndWrittenBack(String header) {
        TraceParent parent = TraceParent.parse(header);

        assertThat(parent).isNotNull();
        assertThat(Hex.of(parent.traceHigh()) + Hex.of(parent.traceLow())).isEqualTo(TRACE);
        assertThat(Hex.of(parent.spanId())).isEqualTo(SPAN);
        assertThat(parent.sampled()).isTrue();
    }

    @Test
    void parse_flagNotSet_isNotSampled() {
        assertThat(TraceParent.parse("00-" + TRACE + "-" + SPAN + "-00").sampled())
                .isFalse();
        assertThat(TraceParent.parse("00-" + TRACE + "-" + SPAN + "-02").sampled())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-011",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "0x-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-٠١",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x"
            })
    void parse_malformed_isNull(String header) {
        assertThat(TraceParent.parse(header)).isNull();
    }

    @Test
    void parse_everyPrefixOfAGoodOne_isNull() {
        String good = "00-" + TRACE + "-" + SPAN + "-01";

        for (int length = 0; length < good.length(); length++) {
            assertThat(TraceParent.parse(good.substring(0, length))).isNull();
        }
    }

    @Test
    void format_parsedBack_isTheSame() {
        String header = TraceParent.format(TRACE, SPAN, false);

        TraceParent parent = TraceParent.parse(header);

        assertThat(parent).isNotNull();
        assertThat(parent.sampled()).isFalse();
        assertThat(Hex.of(parent.spanId())).isEqualTo(SPAN);
    }
}
