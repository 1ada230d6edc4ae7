package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole pipelines of a server, each in a class loader that is thrown away, as an application server does with what it undeploys. */
class ClassLoaderTest {
    private static final int CYCLES = 200;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void close_inThrowAwayClassLoaders_leavesNoThreadNoHookAndNoLoader() throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

        for (int cycle = 0; cycle < CYCLES; cycle++) {
            loaders.add(useAndDrop());
        }

        assertThat(threadsLeft(before)).isEmpty();
        // A hook that is still registered would keep its loader.
        assertThat(leftAfterCollection(loaders))
                .as("class loaders left of %s", CYCLES)
                .isZero();
    }

    private WeakReference<ClassLoader> useAndDrop() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> use = Class.forName(Use.class.getName(), true, loader);
            assertThat(use.getClassLoader()).isSameAs(loader);
            Thread.currentThread().setContextClassLoader(loader);
            ((Runnable) use.getConstructor(Path.class).newInstance(folder)).run();
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

    private static List<Thread> threadsLeft(Set<Thread> before) throws InterruptedException {
        List<Thread> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("candor") && !before.contains(thread)) {
                thread.join(LONG.toMillis());
                if (thread.isAlive()) {
                    left.add(thread);
                }
            }
        }
        return left;
    }

    private static long leftAfterCollection(List<WeakReference<ClassLoader>> loaders) {
        for (int i = 0; i < 50 && left(loaders) > 0; i++) {
            System.gc();
        }
        return left(loaders);
    }

    private static long left(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** One life of a server's telemetry: opened, used, closed. */
    public static final class Use implements Runnable {
        private static final EventType DONE = EventType.named("work_done").build();

        private final Path folder;

        public Use(Path folder) {
            this.folder = folder;
        }

        @Override
        public void run() {
            try (Telemetry telemetry = tool().open()) {
                boolean accepted = telemetry.event(DONE).record();
                Delivery delivery = telemetry.flush(LONG);
                if (!accepted || delivery.delivered() != 1 || delivery.waiting() != 0) {
                    throw new IllegalStateException(accepted + ", not delivered: " + delivery);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private Candor tool() throws IOException {
            Surroundings surroundings = Surroundings.builder()
                    .environment(Map.of("WORKER_ENABLE_TELEMETRY", "1"))
                    .home(Files.createDirectories(folder.resolve("home")))
                    .workingDirectory(Files.createDirectories(folder.resolve("work")))
                    .build();
            return Candor.tool("worker", "1.0.0")
                    .mode(Mode.SERVER)
                    .events(DONE)
                    .consent(ConsentRules.forTool("worker", "1.0.0").build())
                    .maintainer("usage", Map.of("key", "k"), Purpose.USAGE)
                    .backends(Recorder.loader(folder.resolve("classes")))
                    .surroundings(surroundings)
                    .build();
        }
    }
}
