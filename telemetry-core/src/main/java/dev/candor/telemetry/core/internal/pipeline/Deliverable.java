package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.codec.FrameReader;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.delivery.BackendOpener;
import dev.candor.telemetry.core.internal.delivery.BatchLimits;
import dev.candor.telemetry.core.internal.delivery.BreakerStore;
import dev.candor.telemetry.core.internal.delivery.ConsentCheck;
import dev.candor.telemetry.core.internal.delivery.DailyCaps;
import dev.candor.telemetry.core.internal.delivery.Destination;
import dev.candor.telemetry.core.internal.delivery.FrameDecoder;
import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.Onlooker;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A planned destination as delivery wants it. Made of classes, because lambdas cost a short command milliseconds. */
final class Deliverable {
    private Deliverable() {}

    static Destination of(
            dev.candor.telemetry.core.internal.route.Destination planned,
            BackendOpening opening,
            Spool spool,
            ConsentGate gate,
            BreakerStore breaker) {
        return of(planned, opening, spool, false, gate, breaker);
    }

    /** The same to look at: nothing that waits is taken from whichever process holds it. */
    static Destination shown(
            dev.candor.telemetry.core.internal.route.Destination planned,
            BackendOpening opening,
            Spool spool,
            ConsentGate gate) {
        return of(planned, opening, spool, true, gate, BreakerStore.none());
    }

    private static Destination of(
            dev.candor.telemetry.core.internal.route.Destination planned,
            BackendOpening opening,
            Spool spool,
            boolean onlyToLook,
            ConsentGate gate,
            BreakerStore breaker) {
        List<Supplier<RouteReader>> lanes = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (planned.purposes().contains(purpose)) {
                lanes.add(new Lane(spool, planned.fingerprint(purpose), onlyToLook));
            }
        }
        Opened opened = new Opened(opening, planned, gate);
        return new Destination(
                planned.label(),
                Long.toHexString(planned.fingerprint()),
                new Asked(gate, planned),
                lanes,
                opened,
                new Decoded(new FrameReader()),
                BatchLimits.usual(),
                breaker,
                opened);
    }

    private record Lane(Spool spool, long fingerprint, boolean onlyToLook) implements Supplier<RouteReader> {
        @Override
        public RouteReader get() {
            return onlyToLook ? new Onlooker(spool, fingerprint) : spool.reader(fingerprint);
        }
    }

    /** Asked before every attempt, so that a no which was just written is heard first. */
    private record Asked(ConsentGate gate, dev.candor.telemetry.core.internal.route.Destination planned)
            implements ConsentCheck {
        @Override
        public boolean allows(Purpose purpose) {
            gate.refreshIfChanged();
            return gate.allows(purpose, planned.lane(purpose));
        }

        @Override
        public boolean allowedLately(Purpose purpose) {
            return gate.allows(purpose, planned.lane(purpose));
        }

        @Override
        public boolean allowsAny() {
            gate.refreshIfChanged();
            return new Permissions(gate).allowsAny(planned);
        }
    }

    /** What is made when there is something to send: a short command makes neither. */
    private record Opened(
            BackendOpening opening, dev.candor.telemetry.core.internal.route.Destination planned, ConsentGate gate)
            implements BackendOpener, Supplier<DailyCaps> {
        @Override
        public Backend open() throws SettingsException {
            try {
                return opening.open(planned);
            } catch (SettingsException wrong) {
                // The start said the same already, unless it was not allowed yet: the gate says each thing once.
                gate.say(List.of(SettingsCheck.line(planned, String.valueOf(wrong.getMessage()))));
                throw wrong;
            }
        }

        @Override
        public DailyCaps get() {
            return opening.caps(planned);
        }
    }

    private record Decoded(FrameReader reader) implements FrameDecoder {
        @Override
        public Signal decode(Frame frame) {
            return reader.read(frame);
        }
    }
}
