package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.Signal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Keeps what it is given in memory. {@link TelemetryExtension} uses it; tests do not.
 *
 * <p>It is public because ServiceLoader makes it. The extension has it loaded by a class loader of its own, through which each copy of
 * this class finds the memory of its test.
 */
public final class RecordingProvider implements BackendProvider, Backend {
    static final String NAME = "recording";
    static final String TARGET = "target";

    private Audience audience = Audience.MAINTAINER;

    /** For ServiceLoader. */
    public RecordingProvider() {}

    @Override
    public BackendSpec spec() {
        return new BackendSpec(
                NAME,
                List.of(new Setting(TARGET, true, false, "Anything; the target is the test's memory.")),
                EnumSet.allOf(Purpose.class),
                EnumSet.of(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS));
    }

    @Override
    public Backend open(BackendContext context) {
        RecordingProvider opened = new RecordingProvider();
        opened.audience = context.audience();
        return opened;
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        for (Signal signal : batch) {
            memory().accept(audience, signal);
        }
        return new DeliveryResult.Delivered(batch.size());
    }

    @SuppressWarnings("unchecked") // the extension's class loader is the only one that is ever one
    private BiConsumer<Audience, Signal> memory() {
        if (getClass().getClassLoader() instanceof BiConsumer<?, ?> memory) {
            return (BiConsumer<Audience, Signal>) memory;
        }
        throw new IllegalStateException("only TelemetryExtension uses this backend");
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        return List.of(new Payload("memory:", Map.of(), batch.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {}
}
