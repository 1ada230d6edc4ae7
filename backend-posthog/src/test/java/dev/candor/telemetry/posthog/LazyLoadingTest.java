package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostHog's client costs hundreds of milliseconds to load, and is loaded when there is something to send. */
class LazyLoadingTest {
    private static final List<String> VENDOR =
            List.of("com.posthog.", "okhttp3.", "okio.", "kotlin.", "com.google.gson.");

    @Test
    void open_withoutABatch_loadsNothingOfPostHogs() throws Exception {
        try (Recording loader = new Recording()) {
            Backend backend = open(loader);
            List<String> opened = loader.vendorClasses();
            backend.preview(List.of(Samples.usage(1)));
            List<String> previewed = loader.vendorClasses();
            backend.close();

            assertThat(opened).isEmpty();
            assertThat(previewed).contains("com.posthog.internal.PostHogApi");
        }
    }

    private static Backend open(ClassLoader loader) throws Exception {
        BackendProvider provider = (BackendProvider) loader.loadClass(PostHogBackendProvider.class.getName())
                .getConstructor()
                .newInstance();
        assertThat(provider.getClass().getClassLoader()).isSameAs(loader);
        assertThat(provider.spec().name()).isEqualTo("posthog");
        return provider.open(new BackendContext(
                "trainer",
                "1.4.0",
                Audience.MAINTAINER,
                Map.of("key", new SettingValue("posthog_key", "phc_test", "code")),
                Receipts.none()));
    }

    /** Loads the backend and its vendor's classes itself, and writes down their names. */
    private static final class Recording extends URLClassLoader {
        private final List<String> names = Collections.synchronizedList(new ArrayList<>());

        Recording() throws Exception {
            super(classPath(), LazyLoadingTest.class.getClassLoader());
        }

        private static URL[] classPath() throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(new File(entry).toURI().toURL());
            }
            return urls.toArray(new URL[0]);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!vendor(name) && !name.startsWith("dev.candor.telemetry.posthog.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                names.add(name);
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        List<String> vendorClasses() {
            return names.stream().filter(Recording::vendor).toList();
        }

        private static boolean vendor(String name) {
            return VENDOR.stream().anyMatch(name::startsWith);
        }
    }
}
