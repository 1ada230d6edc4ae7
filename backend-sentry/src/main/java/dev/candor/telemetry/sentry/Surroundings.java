package dev.candor.telemetry.sentry;

import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import io.sentry.SentryBaseEvent;
import io.sentry.protocol.App;
import io.sentry.protocol.Contexts;
import io.sentry.protocol.Device;
import io.sentry.protocol.OperatingSystem;
import io.sentry.protocol.SdkVersion;
import io.sentry.protocol.SentryId;
import io.sentry.protocol.SentryRuntime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes into a payload what made it: software, system and run.
 *
 * <p>Nothing here asks the process it runs in, which may be a later one on another system: all of it was stamped with the signal.
 */
final class Surroundings {
    private static final String PLATFORM = "java";

    private final SentrySettings settings;
    private final SdkVersion sdk;

    Surroundings(SentrySettings settings, SdkVersion sdk) {
        this.settings = settings;
        this.sdk = sdk;
    }

    /** Writes the id, release, environment, contexts and tags. */
    void describe(SentryBaseEvent event, Header header, Tags tags) {
        Resource resource = header.resource();
        event.setEventId(new SentryId(header.id()));
        event.setPlatform(PLATFORM);
        event.setSdk(sdk);
        event.setRelease(release(resource));
        String environment = environment(resource);
        if (!environment.isEmpty()) {
            event.setEnvironment(environment);
        }
        addTags(resource, tags);
        tags.tags().forEach(event::setTag);
        addContexts(event.getContexts(), resource, tags);
    }

    /** {@code tool@version}, the form by which Sentry orders releases, unless the settings name another. */
    String release(Resource resource) {
        return settings.release().isEmpty() ? resource.toolName() + "@" + resource.toolVersion() : settings.release();
    }

    /** The settings' environment, else the tool's; may be empty. */
    String environment(Resource resource) {
        return settings.environment().isEmpty() ? resource.environment() : settings.environment();
    }

    /** Name and version of the client whose types these are. */
    SdkVersion sdk() {
        return sdk;
    }

    /**
     * Where a payload belongs in a trace.
     *
     * <p>A plain map instead of Sentry's SpanContext, whose constructor asks the host's global client for its thread checker, forks the
     * host's scopes onto this thread, and notes this thread's name.
     */
    static Map<String, Object> trace(String traceId, String spanId) {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("trace_id", traceId);
        trace.put("span_id", spanId);
        return trace;
    }

    private static void addTags(Resource resource, Tags tags) {
        tags.put("ci", resource.ci());
        tags.put("ci.name", resource.ciName());
        tags.put("exec", String.join(",", resource.execInfo()));
        tags.putAll(resource.extra());
    }

    private static void addContexts(Contexts contexts, Resource resource, Tags tags) {
        App app = new App();
        app.setAppName(resource.toolName());
        app.setAppVersion(resource.toolVersion());
        contexts.setApp(app);
        OperatingSystem os = new OperatingSystem();
        os.setName(resource.osName());
        os.setVersion(resource.osVersion());
        contexts.setOperatingSystem(os);
        SentryRuntime runtime = new SentryRuntime();
        runtime.setName(resource.javaVendor());
        runtime.setVersion(resource.javaVersion());
        contexts.setRuntime(runtime);
        Device device = new Device();
        device.setProcessorCount(resource.cpus());
        contexts.setDevice(device);
        if (!tags.others().isEmpty()) {
            contexts.put("tool", tags.others());
        }
    }
}
