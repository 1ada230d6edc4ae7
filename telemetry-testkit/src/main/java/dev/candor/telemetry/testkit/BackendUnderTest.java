package dev.candor.telemetry.testkit;

import dev.candor.telemetry.spi.BackendProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the contract must know of a backend. */
interface BackendUnderTest {

    /** The provider, as ServiceLoader would make it. */
    BackendProvider provider();

    /** A new receiver that takes what the backend sends. The contract closes it. */
    Receiver<?> receiver();

    /** The values of the settings, by their names, with which the backend sends to this receiver. All required ones, and all secrets. */
    Map<String, String> settings(Receiver<?> receiver);

    /** What a status means, 200 to 599. Override it for the rows that differ, and leave the others to {@code super}. */
    default Expected expected(int status) {
        return Expected.usually(status);
    }

    /** The longest that the backend waits when a receiver asks it to. */
    default Duration longestWait() {
        return Duration.ofHours(1);
    }

    /**
     * What to change in {@link #settings} so that {@code export} returns within {@link #deadline}; by default nothing. Only where the
     * contract asserts the deadline: everywhere else {@link #settings} should leave a machine that stands still for some seconds the time to
     * answer.
     */
    default Map<String, String> impatient() {
        return Map.of();
    }

    /** Within which {@code export} returns with {@link #impatient} settings. Give it a few seconds: the contract waits them out. */
    default Duration deadline() {
        return Duration.ofSeconds(10);
    }

    /** Values that a setting must refuse, by its name, beside those that the contract makes up. */
    default Map<String, List<String>> wrongSettings() {
        return Map.of();
    }

    /** Asserts the vendor's privacy flags on what arrived: one sample signal of each purpose. */
    default void checkPrivacy(Receiver<?> receiver) {}

    /** A body without what says when it was sent; ISO-8859-1 text, for a binary format too. */
    default String withoutSendingTime(String body) {
        return body.replaceAll("\"(sent_?[aA]t)\":\\s*(\"[^\"]*\"|[0-9.]+)", "\"$1\":\"\"");
    }
}
