package dev.candor.telemetry.core;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A backend whose address has to be one, as those of vendors have, and which fails on one host. */
public final class PickyBackend implements BackendProvider {
    /** By the address, the events of each post. */
    static final Map<String, Integer> SENT = new ConcurrentHashMap<>();

    /** A class loader that offers this backend; {@code folder} is where its services file is made. */
    static ClassLoader loader(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(
                services.resolve(BackendProvider.class.getName()),
                PickyBackend.class.getName() + "\n",
                StandardCharsets.UTF_8);
        URL classes = folder.resolve("classes").toUri().toURL();
        return new URLClassLoader(new URL[] {classes}, PickyBackend.class.getClassLoader());
    }

    @Override
    public BackendSpec spec() {
        return new BackendSpec(
                "picky",
                List.of(new Setting("address", true, true, "Where to.")),
                EnumSet.allOf(Purpose.class),
                Set.of());
    }

    @Override
    public Backend open(BackendContext context) throws SettingsException {
        SettingValue address = context.required("address");
        if (!address.value().startsWith("https://")) {
            throw new SettingsException(address.key(), address.place(), "<...>", "is not a URL");
        }
        if (address.value().contains("broken")) {
            throw new NoClassDefFoundError("vendor/Client");
        }
        return new Backend() {
            @Override
            public DeliveryResult export(List<Signal> batch) {
                SENT.merge(address.value(), batch.size(), Integer::sum);
                return new DeliveryResult.Delivered(batch.size());
            }

            @Override
            public List<Payload> preview(List<Signal> batch) {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}
