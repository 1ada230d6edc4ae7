package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.http.Post;
import io.sentry.SentryClient;
import java.io.OutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar and those it needs, on the module path, where it is an automatic module. */
class SentryModulePathTest {

    private static Path whereIs(Class<?> type) {
        return Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** The classes as a jar, with the name that the build gives it. */
    private static Path jar(Path classes, Path folder) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", "dev.candor.telemetry.sentry");
        Path jar = folder.resolve("backend-sentry.jar");
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Path file : files) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
        return jar;
    }

    @Test
    void provider_onTheModulePath_isFound(@TempDir Path folder) throws Exception {
        ModuleFinder finder = ModuleFinder.of(
                jar(whereIs(SentryBackendProvider.class), folder),
                whereIs(Post.class),
                whereIs(Telemetry.class),
                whereIs(SentryClient.class));
        Configuration resolved = ModuleLayer.boot()
                .configuration()
                .resolve(finder, ModuleFinder.of(), Set.of("dev.candor.telemetry.sentry", "dev.candor.telemetry"));

        ModuleLayer layer = ModuleLayer.boot()
                .defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());

        ClassLoader loader = layer.findLoader("dev.candor.telemetry.sentry");
        Class<?> service = loader.loadClass("dev.candor.telemetry.spi.BackendProvider");
        Object provider = ServiceLoader.load(layer, service).findFirst().orElseThrow();
        assertThat(provider.getClass().getModule().getName()).isEqualTo("dev.candor.telemetry.sentry");
        assertThat(service.getMethod("spec").invoke(provider)).asString().contains("name=sentry");
        assertThat(loader.loadClass("io.sentry.SentryClient").getModule().getDescriptor().isAutomatic()).isTrue();
    }
}
