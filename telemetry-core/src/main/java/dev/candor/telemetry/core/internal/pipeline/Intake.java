package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.codec.FrameWriter;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.core.internal.spool.Outgoing;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Signal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Where finished signals of every kind enter: asks the gate, stamps, and hands over to the engine's spool. */
final class Intake implements SignalSink {
    private final Gate gate;
    private final Engine engine;
    private final Clock clock;
    private final IdSource ids;

    Intake(Gate gate, Engine engine, Clock clock, IdSource ids) {
        this.gate = gate;
        this.engine = engine;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public boolean accepts(Purpose purpose, Audience lane) {
        return gate.allows(purpose, lane) && engine.routes(purpose, lane);
    }

    @Override
    public Header newHeader() {
        long high = ids.high(clock.millis());
        return new Header(new UUID(high, ids.low()), Instant.ofEpochMilli(high >>> 16), "", engine.resource());
    }

    @Override
    public boolean submit(Signal signal, Audience lane) {
        if (!gate.allows(signal.purpose(), lane)) {
            return false;
        }
        long[] destinations = engine.destinations(signal.purpose(), lane);
        return destinations.length > 0 && engine.append(new Finished(signal, destinations, engine), false);
    }

    @Override
    public boolean submit(Purpose purpose, SignalSink.Parts parts, Audience lane) {
        if (!gate.allows(purpose, lane)) {
            return false;
        }
        long[] destinations = engine.destinations(purpose, lane);
        return destinations.length > 0 && engine.append(new Unassembled(purpose, parts, this, destinations), false);
    }

    long high() {
        return ids.high(clock.millis());
    }

    long low() {
        return ids.low();
    }

    /** A signal on its way into the spool that is written without being put together. */
    private static final class Unassembled implements Outgoing {
        private final Purpose purpose;
        private final SignalSink.Parts parts;
        private final long idHigh;
        private final long idLow;
        private final long[] destinations;
        private final Engine engine;

        Unassembled(Purpose purpose, SignalSink.Parts parts, Intake intake, long[] destinations) {
            this.purpose = purpose;
            this.parts = parts;
            this.idHigh = intake.high();
            this.idLow = intake.low();
            this.destinations = destinations;
            this.engine = intake.engine;
        }

        @Override
        public long idHigh() {
            return idHigh;
        }

        @Override
        public long idLow() {
            return idLow;
        }

        @Override
        public Purpose purpose() {
            return purpose;
        }

        @Override
        public long[] destinations() {
            return destinations;
        }

        @Override
        public void writePayload(PayloadBuffer out) {
            parts.write(out, engine.distinctId(idHigh, idLow), engine.resourceBytes());
        }

        @Override
        public long touch() {
            return idHigh + parts.touch();
        }
    }

    /** A signal on its way into the spool. */
    private static final class Finished implements Outgoing {
        private final Signal signal;
        private final long[] destinations;
        private final Engine engine;

        Finished(Signal signal, long[] destinations, Engine engine) {
            this.signal = signal;
            this.destinations = destinations;
            this.engine = engine;
        }

        @Override
        public long idHigh() {
            return signal.header().id().getMostSignificantBits();
        }

        @Override
        public long idLow() {
            return signal.header().id().getLeastSignificantBits();
        }

        @Override
        public Purpose purpose() {
            return signal.purpose();
        }

        @Override
        public long[] destinations() {
            return destinations;
        }

        @Override
        public void writePayload(PayloadBuffer out) {
            FrameWriter.write(out, signal, engine.distinctId(idHigh(), idLow()), engine.resourceBytes());
        }
    }
}
