package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.http.Post;
import io.sentry.SentryClient;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The jar and those it needs, on the module path. */
class SentryModulePathTest {

    private static Path whereIs(Class<?> type) {
        return Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    @Test
    void provider_onTheModulePath_isFound() throws Exception {
        ModuleFinder finder = ModuleFinder.of(
                whereIs(SentryBackendProvider.class),
                whereIs(Post.class),
                whereIs(Telemetry.class),
                whereIs(SentryClient.class));
        Configuration resolved = ModuleLayer.boot()
                .configuration()
                .resolve(finder, ModuleFinder.of(), Set.of("dev.candor.telemetry.sentry"));

        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());

        ClassLoader loader = layer.findLoader("dev.candor.telemetry.sentry");
        Class<?> service = loader.loadClass("dev.candor.telemetry.spi.BackendProvider");
        Object provider = ServiceLoader.load(layer, service).findFirst().orElseThrow();
        assertThat(provider.getClass().getModule().getName()).isEqualTo("dev.candor.telemetry.sentry");
        assertThat(service.getMethod("spec").invoke(provider)).asString().contains("name=sentry");
        assertThat(loader.loadClass("io.sentry.SentryClient")
                        .getModule()
                        .getDescriptor()
                        .isAutomatic())
                .isTrue();
    }
}
