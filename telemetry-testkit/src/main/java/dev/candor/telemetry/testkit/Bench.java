package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A backend, opened, with the receiver that it sends to. */
final class Bench implements AutoCloseable {
    /** Where settings of tests come from. */
    static final String PLACE = "file:test config.toml";

    private final Receiver<?> receiver;
    private final Backend backend;
    private final List<Payload> noted = Collections.synchronizedList(new ArrayList<>());
    private final List<Purpose> carries;

    Bench(BackendUnderTest test) {
        this(test, Map.of());
    }

    /** One whose exports return within the deadline. */
    static Bench impatient(BackendUnderTest test) {
        return new Bench(test, test.impatient());
    }

    private Bench(BackendUnderTest test, Map<String, String> changed) {
        receiver = test.receiver();
        BackendProvider provider = test.provider();
        carries = provider.spec().carries().stream().sorted().toList();
        Map<String, String> settings = new HashMap<>(test.settings(receiver));
        settings.putAll(changed);
        try {
            backend = provider.open(context(provider.spec(), settings, (payload, answer) -> noted.add(payload)));
        } catch (SettingsException wrong) {
            receiver.close();
            throw new AssertionError("the test's own settings are refused: " + wrong.getMessage(), wrong);
        }
    }

    static BackendContext context(BackendSpec spec, Map<String, String> settings, Receipts receipts) {
        Map<String, SettingValue> values = new HashMap<>();
        settings.forEach((name, value) -> values.put(name, new SettingValue(spec.name() + "_" + name, value, PLACE)));
        return new BackendContext("loader", "1.4.0", Audience.MAINTAINER, values, receipts);
    }

    Receiver<?> receiver() {
        return receiver;
    }

    Backend backend() {
        return backend;
    }

    /** What was noted in the journal. */
    List<Payload> noted() {
        return List.copyOf(noted);
    }

    /** The purposes that it carries. */
    List<Purpose> carries() {
        return carries;
    }

    /** The first of them: for what does not depend on the purpose. */
    Purpose any() {
        return carries.get(0);
    }

    @Override
    public void close() {
        backend.close();
        receiver.close();
    }
}
