package dev.candor.examples.e2e;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.Rejected;
import dev.candor.telemetry.spi.DeliveryResult.RetryLater;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.testkit.Reply;
import dev.candor.telemetry.testkit.Signals;
import java.util.List;

/** What the backend makes of the Collector's own answers. */
final class CollectorFaults {
    /** One of each kind that OTLP has an address for. */
    private static final List<Purpose> KINDS = List.of(Purpose.LOGS, Purpose.TRACES, Purpose.METRICS);

    /** As many records as one post of the backend may hold; together larger than the Collector of this run takes. */
    private static final int TOO_MANY = 510;

    /** Of a sample signal that is no log record. */
    private static final int RECORDS = 3;

    private final Collector collector;
    private final Tally.Checks checks;

    CollectorFaults(Collector collector, Tally.Checks checks) {
        this.collector = collector;
        this.checks = checks;
    }

    /** Those that need nothing in front of it. */
    void run() throws SettingsException {
        for (Purpose purpose : KINDS) {
            for (int status : List.of(429, 503)) {
                collector.next(Reply.status(status));
                settles(purpose + ": " + status, purpose, 1, collector.address(), RetryLater.class, status);
            }
            collector.next(Reply.status(400));
            settles(purpose + ": 400", purpose, 1, collector.address(), Rejected.class, 400);
            settles(purpose + ": oversized", purpose, tooMany(purpose), collector.address(), Rejected.class, 400);
            checks.equal(
                    purpose + ": passed on of all these", 0, collector.exports().size());
            checks.equal(purpose + ": afterwards", new Delivered(1), export(purpose, 1, collector.address()));
            collector.exports();
        }
    }

    /** Those that it takes a careless proxy for. */
    void runBehind(Nginx nginx) throws SettingsException {
        for (Purpose purpose : KINDS) {
            settles(purpose + ": 415", purpose, 1, nginx.address() + "/mistyped", Rejected.class, 415);
            settles(purpose + ": not protobuf", purpose, 1, nginx.address() + "/unzipped", Rejected.class, 400);
            checks.equal(
                    purpose + ": passed on of these", 0, collector.exports().size());
        }
    }

    private static int tooMany(Purpose purpose) {
        return purpose == Purpose.LOGS ? TOO_MANY : TOO_MANY / RECORDS;
    }

    private void settles(String what, Purpose purpose, int count, String address, Class<?> kind, int status)
            throws SettingsException {
        DeliveryResult result = export(purpose, count, address);
        boolean settled = kind == Rejected.class ? result.count() == count : result.count() == 0;
        checks.that(
                what,
                kind.isInstance(result) && settled && result.toString().contains(Integer.toString(status)),
                "expected " + kind.getSimpleName() + " for " + status + ", got " + result);
    }

    private static DeliveryResult export(Purpose purpose, int count, String address) throws SettingsException {
        try (Backend backend = Backends.open("otlp", address)) {
            return backend.export(Signals.of(purpose, count));
        }
    }
}
