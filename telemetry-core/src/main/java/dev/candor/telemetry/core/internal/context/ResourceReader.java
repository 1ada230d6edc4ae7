package dev.candor.telemetry.core.internal.context;

import dev.candor.telemetry.spi.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads where this program runs, once, when it is first asked: never before something may be recorded.
 *
 * <p>Safe for any number of threads. Nothing in a {@link Resource} comes from a host name, a user, a folder, a command line or
 * the value of an environment variable.
 */
public final class ResourceReader {

    private final ResourceRequest request;
    private final Map<String, String> env;
    private final HostFiles files;
    private final Machine machine;
    private final ClassLoader loader;
    private volatile @Nullable Resource resource;

    /** @param loader where the jars of the listed libraries are found */
    public ResourceReader(
            ResourceRequest request,
            Map<String, String> env,
            Map<String, String> properties,
            HostFiles files,
            ClassLoader loader) {
        this.request = request;
        this.env = env;
        this.files = files;
        this.machine = new Machine(properties, files);
        this.loader = loader;
    }

    /** The few system properties that are read. */
    public static Map<String, String> properties(Properties system) {
        Map<String, String> texts = new HashMap<>();
        for (String name :
                List.of("os.name", "os.version", "os.arch", "java.version", "java.vendor", "sun.arch.data.model")) {
            String value = system.getProperty(name);
            if (value != null) {
                texts.put(name, value);
            }
        }
        return texts;
    }

    /** The same object at each call. */
    public Resource resource() {
        Resource known = resource;
        return known != null ? known : readOnce();
    }

    private synchronized Resource readOnce() {
        Resource known = resource;
        if (known == null) {
            known = read();
            resource = known;
        }
        return known;
    }

    private Resource read() {
        CiRun ci = CiDetector.detect(env);
        Place place = PlaceDetector.detect(env, files);
        return new Resource(
                request.toolName(),
                request.toolVersion(),
                request.environment(),
                machine.word("os.name"),
                machine.word("os.version"),
                machine.word("os.arch"),
                machine.word("java.version"),
                machine.word("java.vendor"),
                Runtime.getRuntime().availableProcessors(),
                machine.memoryBytes(),
                ci.ci(),
                ci.name(),
                place.execInfo(),
                extra());
    }

    private Map<String, Object> extra() {
        Map<String, Object> extra = new HashMap<>();
        if (request.kernel()) {
            extra.put("kernel", machine.kernelRelease());
        }
        if (request.platform()) {
            extra.put("platform", machine.platform());
        }
        if (request.gpus()) {
            List<String> models = new Gpus(files).models();
            extra.put("gpu_count", (long) models.size());
            extra.put("gpu_models", models);
        }
        if (!request.deployments().isEmpty()) {
            extra.put("deployment", DeploymentRule.first(request.deployments(), env, request.otherDeployment()));
        }
        if (!request.libraries().isEmpty()) {
            extra.putAll(LibraryVersions.of(request.libraries(), loader));
        }
        extra.putAll(request.declared());
        return extra;
    }
}
