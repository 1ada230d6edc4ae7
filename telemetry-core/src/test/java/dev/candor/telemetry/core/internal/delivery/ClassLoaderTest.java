package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClassLoaderTest {
    private static final int CYCLES = 200;

    @Test
    @Timeout(180)
    void close_inThrowAwayClassLoaders_leavesNoThreadAndNoLoader() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

        for (int cycle = 0; cycle < CYCLES; cycle++) {
            loaders.add(useAndDrop());
        }

        assertThat(candorThreads()).isEmpty();
        assertThat(leftAfterCollection(loaders))
                .as("class loaders left of %s", CYCLES)
                .isZero();
    }

    private static WeakReference<ClassLoader> useAndDrop() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> use = Class.forName(Use.class.getName(), true, loader);
            assertThat(use.getClassLoader()).isSameAs(loader);
            Thread.currentThread().setContextClassLoader(loader);
            ((Runnable) use.getConstructor().newInstance()).run();
            return new WeakReference<>(loader);
        } finally {
            Thread.currentThread().setContextClassLoader(ClassLoaderTest.class.getClassLoader());
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File file = new File(entry);
            // Nothing else is needed, and to open every jar of the tests 200 times takes most of a minute.
            if (file.isDirectory() || file.getName().startsWith("telemetry-api")) {
                urls.add(file.toURI().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }

    private static long leftAfterCollection(List<WeakReference<ClassLoader>> loaders) {
        for (int i = 0; i < 50; i++) {
            System.gc();
            if (left(loaders) == 0) {
                return 0;
            }
        }
        return left(loaders);
    }

    private static long left(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    private static List<String> candorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.equals("candor-used"))
                .toList();
    }

    /** One life of a pipeline's delivery: opened, used, closed. */
    public static final class Use implements Runnable {
        @Override
        public void run() {
            Spool spool = Spool.open(SpoolOptions.of(SpoolMode.MEMORY, null));
            FakeBackend backend = new FakeBackend();
            DeliveryWorkers workers = new DeliveryWorkers(
                    List.of(new Destination(
                            "used",
                            "settings",
                            purpose -> true,
                            List.of(() -> spool.reader(1)),
                            backend.opener(),
                            Numbered::decode,
                            BatchLimits.usual(),
                            BreakerStore.none(),
                            DailyCaps::none)),
                    DeliveryClock.system());
            workers.start();
            ShutdownHook hook = ShutdownHook.register(() -> workers.close(Duration.ofSeconds(2)));
            spool.append(new Numbered(1, Purpose.USAGE, 1));
            // The books are read with the ring empty.
            spool.state();
            Delivery delivery = workers.flush(Duration.ofSeconds(60));
            workers.close(Duration.ofSeconds(60));
            hook.remove();
            spool.close(Duration.ofSeconds(60));
            if (delivery.delivered() != 1 || !backend.closed) {
                throw new IllegalStateException("not delivered: " + delivery);
            }
        }
    }
}
