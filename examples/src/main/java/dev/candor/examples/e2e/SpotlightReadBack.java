package dev.candor.examples.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.Signals;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Sends errors, traces and log records to Spotlight and compares what it has parsed, field by field. */
final class SpotlightReadBack {
    private static final int LOGS = 3;

    private final Spotlight spotlight;
    private final Tally.Checks checks;

    SpotlightReadBack(Spotlight spotlight, Tally.Checks checks) {
        this.spotlight = spotlight;
        this.checks = checks;
    }

    void run() throws Exception {
        one(Purpose.ERRORS, "event", 1);
        one(Purpose.TRACES, "transaction", 1);
        one(Purpose.LOGS, "log", LOGS);
        for (Purpose purpose : Backends.carries("sentry")) {
            hostile(purpose);
        }
    }

    private void one(Purpose purpose, String type, int count) throws Exception {
        try (Backend backend = Backends.open("sentry", spotlight.address())) {
            checks.equal(
                    type + ": result", new DeliveryResult.Delivered(count), backend.export(Signals.of(purpose, count)));
        }
        JsonNode envelope = spotlight.next();
        JsonNode items = envelope.path(1);
        checks.equal(type + ": items in the envelope", 1, items.size());
        checks.equal(type + ": item", type, items.path(0).path(0).path("type").asText());
        compare(type, envelope);
    }

    private void compare(String type, JsonNode envelope) throws IOException {
        checks.nothing(
                type + ": fields",
                Fields.differences(
                        Expected.read("spotlight-" + type),
                        envelope.path(1).path(0).path(1)));
    }

    /** Whatever a value can be, Spotlight has to be able to parse it. */
    private void hostile(Purpose purpose) throws Exception {
        String name = "hostile " + purpose.name().toLowerCase(Locale.ROOT);
        try (Backend backend = Backends.open("sentry", spotlight.address())) {
            for (Signal signal : Signals.hostile(purpose)) {
                DeliveryResult result = backend.export(List.of(signal));
                if (result instanceof DeliveryResult.Delivered) {
                    JsonNode item = spotlight.next().path(1).path(0);
                    checks.that(name, item.path(1).isObject(), "Spotlight could not parse it");
                } else {
                    checks.that(name, result instanceof DeliveryResult.TooLarge, "got " + result);
                }
            }
        }
    }
}
