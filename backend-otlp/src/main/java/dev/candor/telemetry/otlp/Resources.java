package dev.candor.telemetry.otlp;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where signals were made, by OpenTelemetry's semantic conventions. Never a host's name, address or id.
 *
 * <p>The exporters tell resources apart by identity, and keep the bytes of each: equal ones that follow one another become one object.
 */
final class Resources {
    /** Who made the records. */
    static final InstrumentationScopeInfo SCOPE = InstrumentationScopeInfo.create("dev.candor.telemetry");

    private final Map<String, String> said;
    private final AttributeKeys keys = new AttributeKeys();
    private dev.candor.telemetry.spi.@Nullable Resource last;
    private Resource lastMade = Resource.empty();

    /** Resources of which the owner says something, which stands above what is known of them. */
    Resources(Map<String, String> said) {
        this.said = Map.copyOf(said);
    }

    /** The keys of the attributes of everything that is encoded with these resources. */
    AttributeKeys keys() {
        return keys;
    }

    Resource of(dev.candor.telemetry.spi.Resource resource) {
        if (!resource.equals(last)) {
            lastMade = make(resource);
        }
        last = resource;
        return lastMade;
    }

    private Resource make(dev.candor.telemetry.spi.Resource resource) {
        AttributeSet attributes = new AttributeSet(keys)
                .putAll(resource.extra())
                .put("service.name", resource.toolName())
                .put("service.version", resource.toolVersion())
                .put("deployment.environment.name", resource.environment())
                .put("os.type", osType(resource.osName()))
                .put("os.name", resource.osName())
                .put("os.version", resource.osVersion())
                .put("host.arch", arch(resource.osArch()))
                .put("process.runtime.name", "java")
                .put("process.runtime.version", resource.javaVersion())
                .put("process.runtime.description", resource.javaVendor())
                .put("telemetry.sdk.name", "candor")
                .put("telemetry.sdk.language", "java")
                .put("candor.cpu.count", (long) resource.cpus())
                .put("candor.ci", resource.ci())
                .put("candor.ci.name", resource.ciName())
                .put("candor.exec_info", resource.execInfo());
        if (resource.memoryBytes() > 0) {
            attributes.put("candor.memory.bytes", resource.memoryBytes());
        }
        attributes.putAll(said);
        return Resource.create(attributes.attributes());
    }

    /** The convention's word for the system; empty for one it has none for. */
    private static String osType(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return "darwin";
        }
        if (name.startsWith("linux")) {
            return "linux";
        }
        return name.startsWith("freebsd") ? "freebsd" : "";
    }

    /** The convention's word for the processor; Java's own where it has none. */
    private static String arch(String osArch) {
        return switch (osArch) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case "i386", "i686" -> "x86";
            case "arm" -> "arm32";
            case "ppc64le" -> "ppc64";
            default -> osArch;
        };
    }
}
