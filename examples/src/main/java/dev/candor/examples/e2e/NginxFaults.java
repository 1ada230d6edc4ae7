package dev.candor.examples.e2e;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.RetryLater;
import dev.candor.telemetry.spi.DeliveryResult.TooLarge;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.testkit.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each backend makes of a proxy's own answers: 413, 429 with Retry-After, 502 and 504. */
final class NginxFaults {
    private final Nginx nginx;
    private final Tally.Checks checks;

    NginxFaults(Nginx nginx, Tally.Checks checks) {
        this.nginx = nginx;
        this.checks = checks;
    }

    void run() throws Exception {
        for (String name : Backends.NAMES) {
            for (Purpose purpose : Backends.carries(name)) {
                large(name, purpose);
                limited(name, purpose);
                later(name, purpose, "dead", 502);
                later(name, purpose, "slow", 504);
            }
        }
    }

    private void large(String name, Purpose purpose) throws Exception {
        DeliveryResult result = export(name, purpose, "large", 1).get(0);

        kind(name, purpose, 413, TooLarge.class, result);
        answered(name, purpose, "large", List.of(413));
    }

    private void limited(String name, Purpose purpose) throws Exception {
        List<DeliveryResult> results = export(name, purpose, "limited", 2);

        kind(name, purpose, 200, Delivered.class, results.get(0));
        checks.equal(
                what(name, purpose) + "429",
                Duration.ofSeconds(3),
                results.get(1) instanceof RetryLater later ? later.after() : results.get(1));
        answered(name, purpose, "limited", List.of(200, 429));
    }

    private void later(String name, Purpose purpose, String fault, int status) throws Exception {
        DeliveryResult result = export(name, purpose, fault, 1).get(0);

        kind(name, purpose, status, RetryLater.class, result);
        answered(name, purpose, fault, List.of(status));
    }

    private List<DeliveryResult> export(String name, Purpose purpose, String fault, int times)
            throws SettingsException {
        List<DeliveryResult> results = new ArrayList<>();
        try (Backend backend = Backends.open(name, nginx.address() + path(name, purpose, fault))) {
            for (int time = 0; time < times; time++) {
                results.add(backend.export(Signals.of(purpose, 1)));
            }
        }
        return results;
    }

    private void kind(String name, Purpose purpose, int status, Class<?> expected, DeliveryResult result) {
        checks.that(
                what(name, purpose) + status,
                expected.isInstance(result),
                "expected " + expected.getSimpleName() + ", got " + result);
    }

    /** By nginx's own account. */
    private void answered(String name, Purpose purpose, String fault, List<Integer> statuses) throws Exception {
        checks.equal(
                what(name, purpose) + "access log of /" + fault,
                statuses,
                nginx.statuses(path(name, purpose, fault), statuses.size()));
    }

    private static String path(String name, Purpose purpose, String fault) {
        return "/" + fault + "/" + name + "/" + purpose.name().toLowerCase(Locale.ROOT);
    }

    private static String what(String name, Purpose purpose) {
        return name + " " + purpose + ": ";
    }
}
