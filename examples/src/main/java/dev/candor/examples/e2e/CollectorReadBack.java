package dev.candor.examples.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.Signals;
import java.util.List;
import java.util.Locale;

/** Sends signals of every purpose to the Collector and compares what it has passed on as JSON, field by field. */
final class CollectorReadBack {
    private final Collector collector;
    private final Tally.Checks checks;

    CollectorReadBack(Collector collector, Tally.Checks checks) {
        this.collector = collector;
        this.checks = checks;
    }

    void run() throws Exception {
        for (Purpose purpose : Backends.carries("otlp")) {
            String name = purpose.name().toLowerCase(Locale.ROOT);
            try (Backend backend = Backends.open("otlp", collector.address())) {
                sample(name, purpose, backend);
                hostile(name, purpose, backend);
            }
        }
    }

    private void sample(String name, Purpose purpose, Backend backend) throws Exception {
        DeliveryResult result = backend.export(Signals.of(purpose, 2));
        List<BehindCollector.Export> exports = collector.exports();

        checks.equal(name + ": result", new DeliveryResult.Delivered(2), result);
        checks.equal(name + ": posts that the Collector passed on", 1, exports.size());
        for (BehindCollector.Export export : exports) {
            JsonNode expected = Expected.read("collector-" + name);
            checks.nothing(name + ": fields", Fields.differences(expected, export.content()));
        }
    }

    /** Whatever a value can be, it must reach what is behind the Collector. */
    private void hostile(String name, Purpose purpose, Backend backend) {
        for (Signal signal : Signals.hostile(purpose)) {
            DeliveryResult result = backend.export(List.of(signal));
            int exports = collector.exports().size();
            checks.that(
                    "hostile " + name,
                    result.equals(new DeliveryResult.Delivered(1)) && exports == 1,
                    "got " + result + " and " + exports + " posts");
        }
    }
}
