package dev.candor.telemetry.core.internal.context;

import static dev.candor.telemetry.core.internal.context.EnvSign.any;
import static dev.candor.telemetry.core.internal.context.EnvSign.is;
import static dev.candor.telemetry.core.internal.context.EnvSign.on;
import static dev.candor.telemetry.core.internal.context.EnvSign.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Recognises containers, functions, schedulers and agents by their environment and a few fixed files. */
public final class PlaceDetector {

    private static final int MAX_CGROUP_BYTES = 16 * 1024;

    /** What the names of control groups tell; the rest of them differs from one terminal to the next. */
    private static final String[] GROUPS = {"kubepods", "docker", "libpod", "containerd", "/lxc/"};

    private static final EnvSign KUBERNETES =
            any(set("KUBERNETES_SERVICE_HOST"), set("KUBE_NODE_NAME"), set("KUBE_POD_NAME"), set("KUBE_POD_NAMESPACE"));

    /** Places whose disk does not outlive them. */
    private static final List<NamedSign> SHORT_LIVED = List.of(
            new NamedSign("codespaces", set("CODESPACES")),
            new NamedSign("colab", set("COLAB_RELEASE_TAG")),
            new NamedSign("huggingface_space", set("SPACE_ID")),
            new NamedSign("aws_lambda", set("AWS_LAMBDA_FUNCTION_NAME")),
            new NamedSign("gcp_cloud_function", any(set("FUNCTION_NAME"), set("FUNCTION_TARGET"))),
            new NamedSign("gcp_cloud_run", any(set("K_SERVICE"), set("CLOUD_RUN_JOB"))),
            new NamedSign("azure_functions", set("FUNCTIONS_WORKER_RUNTIME")));

    private static final List<NamedSign> OTHER = List.of(
            new NamedSign("github_actions", set("GITHUB_ACTIONS")),
            new NamedSign("airflow", set("AIRFLOW_CTX_TASK_ID")),
            new NamedSign("streamlit", set("STREAMLIT_SERVER_PORT")));

    private static final EnvSign CLAUDE_CODE = on("CLAUDECODE");
    private static final EnvSign CLAUDE_CODE_CLI = is("CLAUDE_CODE_ENTRYPOINT", "cli");

    private PlaceDetector() {}

    /** Where a program with this environment and these files runs. */
    public static Place detect(Map<String, String> env, HostFiles files) {
        List<String> found = new ArrayList<>();
        boolean container = container(env, files, found);
        boolean shortLived = addAll(SHORT_LIVED, env, found) || container;
        addAll(OTHER, env, found);
        found.addAll(AgentDetector.detectAll(env, files));
        if (CLAUDE_CODE.in(env) && CLAUDE_CODE_CLI.in(env)) {
            found.add("claude_code_cli");
        }
        return new Place(found, shortLived);
    }

    private static boolean container(Map<String, String> env, HostFiles files, List<String> found) {
        int cgroup = files.mentions("/proc/self/cgroup", MAX_CGROUP_BYTES, GROUPS);
        boolean kubernetes = KUBERNETES.in(env) || (cgroup & 1) != 0;
        if (kubernetes) {
            found.add("kubernetes");
        }
        // A Space is a docker container, but shows neither the file nor the group.
        boolean docker = files.exists("/.dockerenv") || (cgroup & 2) != 0 || env.containsKey("SPACE_ID");
        if (docker) {
            found.add("docker");
        }
        boolean podman = files.exists("/run/.containerenv") || (cgroup & 4) != 0;
        if (podman) {
            found.add("podman");
        }
        String container = env.get("container");
        boolean other = (cgroup & 24) != 0;
        return kubernetes || docker || podman || other || (container != null && !container.isEmpty());
    }

    private static boolean addAll(List<NamedSign> signs, Map<String, String> env, List<String> found) {
        boolean any = false;
        for (NamedSign named : signs) {
            if (named.sign().in(env)) {
                found.add(named.name());
                any = true;
            }
        }
        return any;
    }
}
