package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.http.Post;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The jar and those it needs, on the module path. */
class OtlpModulePathTest {
    private static final List<Class<?>> ONE_OF_EACH_JAR = List.of(
            OtlpBackendProvider.class,
            Post.class,
            Telemetry.class,
            OpenTelemetry.class,
            ComponentLoader.class,
            Context.class,
            Marshaler.class,
            LogsRequestMarshaler.class,
            OtlpHttpLogRecordExporter.class,
            Resource.class,
            LogRecordData.class,
            MetricData.class,
            SpanData.class);

    private static Path jarOf(Class<?> type) {
        return Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    @Test
    void provider_onTheModulePath_isFoundAndMakesItsExporters() throws Exception {
        ModuleFinder finder = ModuleFinder.of(
                ONE_OF_EACH_JAR.stream().map(OtlpModulePathTest::jarOf).toArray(Path[]::new));
        Configuration resolved = ModuleLayer.boot()
                .configuration()
                .resolve(finder, ModuleFinder.of(), Set.of("dev.candor.telemetry.otlp"));

        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());

        ClassLoader loader = layer.findLoader("dev.candor.telemetry.otlp");
        Class<?> service = loader.loadClass("dev.candor.telemetry.spi.BackendProvider");
        Object provider = ServiceLoader.load(layer, service).findFirst().orElseThrow();
        assertThat(provider.getClass().getModule().getName()).isEqualTo("dev.candor.telemetry.otlp");
        Method spec = service.getMethod("spec");
        assertThat(spec.invoke(provider)).asString().contains("name=otlp");
        Class<?> exporters = loader.loadClass("io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter");
        assertThat(exporters.getModule().getName()).isEqualTo("io.opentelemetry.exporter.otlp");
    }
}
