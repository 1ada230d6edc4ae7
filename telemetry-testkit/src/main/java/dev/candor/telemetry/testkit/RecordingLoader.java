package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A class loader on which the recording backend is the only one.
 *
 * <p>It has the platform's class loader as its parent and asks the testkit's own for everything else: a parent would be searched for
 * modules that provide backends.
 */
final class RecordingLoader extends ClassLoader implements BiConsumer<Audience, Signal> {
    private static final String SERVICE = "META-INF/services/" + BackendProvider.class.getName();
    private static final String PROVIDER = RecordingProvider.class.getName();

    private final ClassLoader own = RecordingLoader.class.getClassLoader();
    private final BiConsumer<Audience, Signal> memory;

    RecordingLoader(BiConsumer<Audience, Signal> memory) {
        super(ClassLoader.getPlatformClassLoader());
        this.memory = memory;
    }

    @Override
    public void accept(Audience audience, Signal signal) {
        memory.accept(audience, signal);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(PROVIDER)) {
            return own.loadClass(name);
        }
        try (InputStream in = own.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected URL findResource(String name) {
        return own.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.equals(SERVICE)) {
            return own.getResources(name);
        }
        return Collections.enumeration(List.of(services()));
    }

    private static URL services() {
        URL services = RecordingLoader.class.getResource("recording-provider");
        if (services == null) {
            throw new IllegalStateException("recording-provider is missing beside " + RecordingLoader.class);
        }
        return services;
    }
}
