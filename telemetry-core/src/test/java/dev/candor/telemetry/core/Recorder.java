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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A backend that keeps what it is given, by the key of its settings, so that each test reads its own. */
public abstract class Recorder implements BackendProvider {
    private static final Map<String, List<Signal>> RECEIVED = new ConcurrentHashMap<>();

    private final BackendSpec spec;

    Recorder(String name, Set<Purpose> ownerPurposes) {
        this.spec = new BackendSpec(
                name,
                List.of(new Setting("key", true, true, "Tells tests apart."), new Setting("host", false, false, "")),
                EnumSet.allOf(Purpose.class),
                ownerPurposes);
    }

    /** Serves maintainers; a user's own key takes the maintainer's place. */
    public static final class Usage extends Recorder {
        public Usage() {
            super("usage", Set.of());
        }
    }

    /** Serves owners. */
    public static final class Owner extends Recorder {
        public Owner() {
            super("owner", EnumSet.of(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS));
        }
    }

    /** A class loader on which both are found. */
    public static ClassLoader loader(Path folder) throws java.io.IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(BackendProvider.class.getName()),
                Usage.class.getName() + "\n" + Owner.class.getName() + "\n",
                StandardCharsets.UTF_8);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Recorder.class.getClassLoader());
    }

    public static List<Signal> received(String key) {
        return new ArrayList<>(RECEIVED.getOrDefault(key, List.of()));
    }

    @Override
    public BackendSpec spec() {
        return spec;
    }

    @Override
    public Backend open(BackendContext context) {
        String key = context.settings().get("key").value();
        return new Backend() {
            @Override
            public DeliveryResult export(List<Signal> batch) {
                RECEIVED.computeIfAbsent(key, each -> new CopyOnWriteArrayList<>())
                        .addAll(batch);
                return new DeliveryResult.Delivered(batch.size());
            }

            @Override
            public List<Payload> preview(List<Signal> batch) {
                return List.of(new Payload("memory:", Map.of(), batch.toString().getBytes(StandardCharsets.UTF_8)));
            }

            @Override
            public void close() {}
        };
    }
}
