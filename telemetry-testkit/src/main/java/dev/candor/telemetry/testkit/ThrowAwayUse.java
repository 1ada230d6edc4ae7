package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Signal;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a program does with a backend, in a class loader that is then thrown away, as a server does with an application that it undeploys.
 *
 * <p>Made by its name in that class loader, so that the backend, its vendor's classes and Candor's are all loaded there.
 */
public final class ThrowAwayUse implements Runnable {
    private static final int ROUNDS = 100;
    private static final long PAUSE_NANOS = 50_000_000;

    private final String provider;
    private final Map<String, String> settings;

    /** To be called in the class loader that is thrown away. */
    public ThrowAwayUse(String provider, Map<String, String> settings) {
        this.provider = provider;
        this.settings = Map.copyOf(settings);
    }

    /** Sends, previews and closes. */
    @Override
    public void run() {
        try {
            Constructor<? extends BackendProvider> constructor =
                    Class.forName(provider).asSubclass(BackendProvider.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            BackendProvider made = constructor.newInstance();
            try (Backend backend = made.open(Bench.context(made.spec(), settings, Receipts.none()))) {
                for (Purpose purpose : made.spec().carries()) {
                    List<Signal> one = Signals.of(purpose, 1);
                    backend.preview(one);
                    DeliveryResult result = backend.export(one);
                    if (!(result instanceof DeliveryResult.Delivered)) {
                        throw new IllegalStateException(purpose + ": " + result);
                    }
                }
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Uses a backend in a class loader of its own, on a thread of its own; the class loader is then referred to by nobody here. */
    static WeakReference<ClassLoader> of(Class<?> provider, Map<String, String> settings) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Runnable use = Class.forName(ThrowAwayUse.class.getName(), true, loader)
                    .asSubclass(Runnable.class)
                    .getConstructor(String.class, Map.class)
                    .newInstance(provider.getName(), settings);
            FutureTask<?> task = new FutureTask<>(use, null);
            Thread thread = new Thread(null, task, "contract-use", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            thread.start();
            task.get();
            thread.join();
            return new WeakReference<>(loader);
        }
    }

    /** Whether it is collected; asks for it many times, since a thread that is at its end may take a moment to get there. */
    static boolean collected(WeakReference<ClassLoader> loader) throws Exception {
        compareOtherRecord();
        for (int round = 0; round < ROUNDS && loader.get() != null; round++) {
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return loader.get() == null;
    }

    /**
     * Makes the JDK let go of the class loader's records. The method handles of {@link java.lang.runtime.ObjectMethods}, such as {@code
     * OBJECT_EQ}, each keep the type that they were last adapted to, and with it a record's class and its loader: strongly in Java 17, softly
     * since 18, where classes of the built-in class loaders have a place of their own ({@code MethodHandle.asTypeCache} and {@code
     * asTypeSoftCache}). It is never more than one, and a record of another class loader takes its place.
     */
    private static void compareOtherRecord() throws Exception {
        try (URLClassLoader other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class.forName(OtherRecord.class.getName(), true, other)
                    .asSubclass(Runnable.class)
                    .getConstructor()
                    .newInstance()
                    .run();
        }
    }

    /** Made by its name in a class loader of its own. It has a component of its own type, since those are kept, too. */
    public record OtherRecord(@Nullable OtherRecord component) implements Runnable {
        /** To be called in the other class loader. */
        public OtherRecord() {
            this(null);
        }

        @Override
        public void run() {
            OtherRecord same = new OtherRecord();
            if (!equals(same) || hashCode() != same.hashCode() || !toString().equals(same.toString())) {
                throw new IllegalStateException("two equal records differ");
            }
        }
    }

    static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
