package dev.candor.telemetry.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals to frames and back, and frames that are damaged. */
class CodecTest {
    private static final int FLIPS = 3_000;

    static Stream<Signal> signals() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void read_written_isTheSame(Signal signal) {
        assertThat(new FrameReader().read(Samples.frame(signal))).isEqualTo(signal);
    }

    @ParameterizedTest
    @EnumSource
    void read_errorOfAnySeverity_isTheSame(Severity severity) {
        Signal error = Samples.error(severity);

        assertThat(new FrameReader().read(Samples.frame(error))).isEqualTo(error);
    }

    @Test
    void read_errorOfBeforeThereWasASeverity_hasTheUsualOne() {
        byte[] later = Samples.payload(Samples.error(Severity.WARN));
        byte[] earlier = Arrays.copyOf(later, later.length - 1);

        Signal read = new FrameReader().read(Samples.frame(Purpose.ERRORS, earlier));

        assertThat(read).isEqualTo(Samples.error(Severity.ERROR));
    }

    @Test
    void read_noDistinctId_isTheEventsOwn() {
        PayloadBuffer out = new PayloadBuffer();
        FrameWriter.beginUsage(out, "", ResourceCodec.encode(Samples.RESOURCE), "done", 0);

        Signal signal = new FrameReader().read(Samples.frame(Purpose.USAGE, out.toByteArray()));

        assertThat(signal.header().distinctId())
                .isEqualTo(signal.header().id().toString().replace("-", ""));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void read_cutAtAnyByte_isRefused(Signal signal) {
        byte[] whole = Samples.payload(signal);

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FrameReader().read(Samples.frame(signal.purpose(), part)));
        }
    }

    @ParameterizedTest
    @MethodSource("signals")
    void read_bitsFlipped_isReadOrRefused(Signal signal) {
        byte[] whole = Samples.payload(signal);
        Random random = new Random(7);
        FrameReader reader = new FrameReader();
        List<Throwable> wrong = new ArrayList<>();

        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            readOrRefuse(reader, signal.purpose(), damaged, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void read_noise_isReadOrRefused() {
        Random random = new Random(11);
        List<Throwable> wrong = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            if (noise.length > 1) {
                noise[0] = Kind.VERSION;
                noise[1] = (byte) (1 + random.nextInt(5));
            }
            readOrRefuse(new FrameReader(), Purpose.USAGE, noise, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void read_otherVersionOrKind_isRefused() {
        byte[] payload = Samples.payload(Samples.all().get(0));
        byte[] later = payload.clone();
        later[0] = 99;
        byte[] unknown = payload.clone();
        unknown[1] = 99;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameReader().read(Samples.frame(Purpose.USAGE, later)))
                .withMessageContaining("99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameReader().read(Samples.frame(Purpose.USAGE, unknown)))
                .withMessageContaining("99");
    }

    @Test
    void read_listsWithinListsWithoutEnd_isRefused() {
        PayloadBuffer out = new PayloadBuffer();
        FrameWriter.beginUsage(out, "", ResourceCodec.encode(Samples.RESOURCE), "done", 1);
        out.putString("deep");
        for (int i = 0; i < 500_000; i++) {
            out.putByte(Values.LIST);
            out.putVarint(1);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameReader().read(Samples.frame(Purpose.USAGE, out.toByteArray())));
    }

    @Test
    void read_traceWithoutASpan_isRefused() {
        Trace trace = (Trace) Samples.all().get(2);
        byte[] payload = Samples.payload(new Trace(trace.header(), trace.traceId(), List.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameReader().read(Samples.frame(Purpose.TRACES, payload)));
    }

    @Test
    void write_numbersOfEveryKind_keepTheirFraction() {
        Map<String, Object> numbers = new HashMap<>();
        numbers.put("float", 0.5f);
        numbers.put("decimal", new BigDecimal("2.25"));
        numbers.put("int", 7);
        numbers.put("short", (short) 8);
        numbers.put("large", BigInteger.TWO.pow(62));
        numbers.put("larger", BigInteger.TWO.pow(80));
        numbers.put("nan", Double.NaN);

        UsageEvent event = (UsageEvent) new FrameReader().read(Samples.frame(Samples.usage(numbers)));

        assertThat(event.attributes())
                .containsEntry("float", 0.5)
                .containsEntry("decimal", 2.25)
                .containsEntry("int", 7L)
                .containsEntry("short", 8L)
                .containsEntry("large", 1L << 62)
                .containsEntry("larger", 0x1p80)
                .containsEntry("nan", Double.NaN);
    }

    @Test
    void write_whatIsNoValue_isNamedAndNotAsked() {
        Object hostile = new Object() {
            @Override
            public String toString() {
                throw new AssertionError("asked");
            }
        };

        UsageEvent event = (UsageEvent) new FrameReader().read(Samples.frame(Samples.usage(Map.of("o", hostile))));

        assertThat(event.attributes()).containsEntry("o", "<unknown>");
    }

    @Test
    void write_loneSurrogate_becomesAReplacement() {
        UsageEvent event =
                (UsageEvent) new FrameReader().read(Samples.frame(Samples.usage(Map.of("s", "a\uD800b\uDC00"))));

        assertThat(event.attributes()).containsEntry("s", "a\uFFFDb\uFFFD");
    }

    private static void readOrRefuse(FrameReader reader, Purpose purpose, byte[] payload, List<Throwable> wrong) {
        try {
            reader.read(Samples.frame(purpose, payload));
        } catch (IllegalArgumentException refused) {
            // What is damaged is refused; anything else that is thrown is a fault.
            return;
        } catch (RuntimeException | Error other) {
            wrong.add(other);
        }
    }
}
