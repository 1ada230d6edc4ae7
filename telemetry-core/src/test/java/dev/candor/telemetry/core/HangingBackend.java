package dev.candor.telemetry.core;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.Signal;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A backend by the name of {@link Recorder.Usage} that never comes back from a call, interrupted or not. */
public final class HangingBackend implements BackendProvider, Backend {
    private static final CountDownLatch CALLED = new CountDownLatch(1);

    /** A class loader on which it is found. */
    static ClassLoader loader(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(BackendProvider.class.getName()),
                HangingBackend.class.getName() + "\n",
                StandardCharsets.UTF_8);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, HangingBackend.class.getClassLoader());
    }

    /** Waits until it hangs. */
    static void awaitCall() throws InterruptedException {
        CALLED.await();
    }

    @Override
    public BackendSpec spec() {
        return new BackendSpec(
                "usage",
                List.of(new Setting("key", true, true, ""), new Setting("host", false, false, "")),
                EnumSet.allOf(Purpose.class),
                Set.of());
    }

    @Override
    public Backend open(BackendContext context) {
        return this;
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        CALLED.countDown();
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException ignored) {
                // as a blocking read does
            }
        }
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
