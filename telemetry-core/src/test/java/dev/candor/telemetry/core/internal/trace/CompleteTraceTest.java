package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.codec.FrameWriter;
import dev.candor.telemetry.core.internal.codec.ResourceCodec;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleteTraceTest implements SignalSink {
    private final List<SignalSink.Parts> taken = new ArrayList<>();
    private final Tracer tracer = new Tracer(this, new RealScrubber(), new CurrentSpan(), Clock.systemUTC(), 1);

    @Test
    void write_nestedFailedAndForeignSpans_givesTheBytesOfTheSignal() {
        Span outer = tracer.start("run", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");
        try (Span inner = tracer.start("load")) {
            inner.set("rows", 12L)
                    .set("ratio", 0.5)
                    .set("full", true)
                    .set("table", "orders")
                    .set("rows", 13L);
            inner.fail(new IllegalStateException("no room"));
        }
        outer.close();

        assertThat(taken).hasSize(1);
        assertThat(written(taken.get(0))).isEqualTo(assembled(taken.get(0)));
    }

    @Test
    void write_spanThatClosedLate_givesTheBytesOfTheSignal() {
        Span outer = tracer.start("run");
        Span late = outer.child("late");
        outer.close();
        late.close();

        assertThat(taken).hasSize(2);
        for (SignalSink.Parts parts : taken) {
            assertThat(written(parts)).isEqualTo(assembled(parts));
        }
    }

    @Test
    void write_spansThatAreChangedTooLate_givesWhatTheyWereWhenTheyClosed() {
        Span outer = tracer.start("run");
        Span inner = outer.child("load").set("rows", 12L);
        inner.close();
        inner.set("rows", 13L).fail(new IllegalStateException("late"));
        outer.close();
        byte[] before = written(taken.get(0));

        inner.set("table", "orders");
        outer.set("rows", 14L).fail(new IllegalStateException("late"));

        assertThat(written(taken.get(0))).isEqualTo(before);
        assertThat(new String(before, StandardCharsets.UTF_8)).contains("rows").doesNotContain("late", "table");
        assertThat(taken.get(0).assemble(newHeader()).toString())
                .contains("rows=12")
                .doesNotContain("late", "table");
    }

    private static byte[] written(SignalSink.Parts parts) {
        PayloadBuffer out = new PayloadBuffer();
        parts.write(out, "somebody", ResourceCodec.encode(RecordingSink.RESOURCE));
        return out.toByteArray();
    }

    private byte[] assembled(SignalSink.Parts parts) {
        PayloadBuffer out = new PayloadBuffer();
        Signal signal = parts.assemble(newHeader());
        FrameWriter.write(out, signal, "somebody", ResourceCodec.encode(RecordingSink.RESOURCE));
        return out.toByteArray();
    }

    @Override
    public boolean accepts(Purpose purpose, Audience lane) {
        return true;
    }

    @Override
    public Header newHeader() {
        return new RecordingSink().newHeader();
    }

    @Override
    public boolean submit(Purpose purpose, SignalSink.Parts parts, Audience lane) {
        return taken.add(parts);
    }

    @Override
    public boolean submit(Signal signal, Audience lane) {
        throw new AssertionError("a trace is handed over in parts");
    }
}
