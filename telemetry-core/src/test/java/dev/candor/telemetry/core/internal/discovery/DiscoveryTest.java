package dev.candor.telemetry.core.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken provider between two good ones, each in a jar of its own. */
class DiscoveryTest {
    @TempDir
    Path folder;

    @Test
    void on_goodJars_findsBoth() throws IOException {
        Discovery found = between(new ProviderJar("middle", "middle"));

        assertThat(found.backends()).containsOnlyKeys("first", "middle", "last");
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void on_classMissing_skipsAndReports() throws IOException {
        Discovery found = between(new ProviderJar("middle", "middle").withoutClass("Provider"));

        assertSkipped(found, "middle.Provider");
    }

    @Test
    void on_parentMissing_skipsAndReports() throws IOException {
        Discovery found = between(new ProviderJar("middle", "middle").withoutClass("Parent"));

        assertThat(found.backends()).containsOnlyKeys("first", "last");
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).reason()).containsPattern("middle[./]Parent");
    }

    @Test
    void on_builtForANewerJava_skipsAndReports() throws IOException {
        Discovery found = between(new ProviderJar("middle", "middle").forANewerJava());

        assertThat(found.backends()).containsOnlyKeys("first", "last");
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).reason()).contains("UnsupportedClassVersionError");
    }

    @Test
    void on_constructorThrows_skipsAndReports() throws IOException {
        Discovery found = between(new ProviderJar("middle", "middle").constructorThrows());

        assertSkipped(found, "middle.Provider");
        assertThat(found.problems().get(0).reason()).contains("no licence");
    }

    @Test
    void on_initialiserThrows_skipsAndReports() throws IOException {
        Discovery found = between(new ProviderJar("middle", "middle").initialiserThrows());

        assertThat(found.backends()).containsOnlyKeys("first", "last");
        assertThat(found.problems()).hasSize(1);
    }

    @Test
    void on_specThrows_skipsAndReports() throws IOException {
        Discovery found = between(new ProviderJar("middle", "middle").specThrows());

        assertSkipped(found, "middle.Provider");
        assertThat(found.problems().get(0).reason()).contains("no spec");
    }

    @Test
    void on_twoWithOneName_usesNeither() throws IOException {
        Discovery found = between(new ProviderJar("middle", "first"));

        assertThat(found.backends()).containsOnlyKeys("last");
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).name()).isEqualTo("first");
        assertThat(found.problems().get(0).reason()).contains("first.Provider").contains("middle.Provider");
    }

    private static void assertSkipped(Discovery found, String provider) {
        assertThat(found.backends()).containsOnlyKeys("first", "last");
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).name()).isEqualTo(provider);
    }

    private Discovery between(ProviderJar middle) throws IOException {
        URL[] jars = {
            new ProviderJar("first", "first").write(folder).toUri().toURL(),
            middle.write(folder).toUri().toURL(),
            new ProviderJar("last", "last").write(folder).toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(jars, DiscoveryTest.class.getClassLoader())) {
            return Discovery.on(loader);
        }
    }
}
