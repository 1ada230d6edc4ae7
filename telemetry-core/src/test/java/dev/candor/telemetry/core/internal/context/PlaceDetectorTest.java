package dev.candor.telemetry.core.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of dlt (DLT-24 to 29) and Argilla (ARG-19, 20), and what identity needs to know. */
class PlaceDetectorTest {

    private static List<String> names(Map<String, String> env) {
        return PlaceDetector.detect(env, FakeHostFiles.NONE).execInfo();
    }

    @ParameterizedTest
    @CsvSource({
        "CODESPACES,codespaces",
        "GITHUB_ACTIONS,github_actions",
        "STREAMLIT_SERVER_PORT,streamlit",
        "AWS_LAMBDA_FUNCTION_NAME,aws_lambda",
        "FUNCTION_NAME,gcp_cloud_function",
        "AIRFLOW_CTX_TASK_ID,airflow",
        "COLAB_RELEASE_TAG,colab",
        "KUBE_NODE_NAME,kubernetes",
        "KUBE_POD_NAME,kubernetes",
        "KUBE_POD_NAMESPACE,kubernetes",
        "KUBERNETES_SERVICE_HOST,kubernetes",
        "K_SERVICE,gcp_cloud_run",
        "FUNCTIONS_WORKER_RUNTIME,azure_functions",
    })
    void detect_variableSet_namesThePlace(String variable, String place) {
        assertThat(names(Map.of())).doesNotContain(place);
        assertThat(names(Map.of(variable, "anything"))).contains(place);
    }

    @Test
    void detect_claudeCode_needsTheSwitch() {
        assertThat(names(Map.of("CLAUDECODE", "0"))).isEmpty();
        assertThat(names(Map.of("CLAUDECODE", "1"))).containsExactly("claude_code");
        assertThat(names(Map.of("CLAUDE_CODE_ENTRYPOINT", "cli"))).doesNotContain("claude_code_cli");
        assertThat(names(Map.of("CLAUDECODE", "1", "CLAUDE_CODE_ENTRYPOINT", "cli")))
                .containsExactly("claude_code", "claude_code_cli");
    }

    @Test
    void detect_cursorAndCodex_needTheirSwitches() {
        assertThat(names(Map.of("CURSOR_AGENT", ""))).isEmpty();
        assertThat(names(Map.of("CURSOR_AGENT", "0"))).isEmpty();
        assertThat(names(Map.of("CURSOR_AGENT", "1"))).containsExactly("cursor");
        assertThat(names(Map.of("CODEX_CI", "0"))).isEmpty();
        assertThat(names(Map.of("CODEX_CI", "1"))).containsExactly("codex");
        assertThat(names(Map.of("CODEX_THREAD_ID", "0"))).containsExactly("codex");
        assertThat(names(Map.of("CODEX_SANDBOX", "seatbelt"))).containsExactly("codex");
    }

    @Test
    void detect_severalAgents_namesAll() {
        assertThat(names(Map.of("CLAUDECODE", "1", "CURSOR_AGENT", "1", "CODEX_CI", "1")))
                .contains("claude_code", "cursor", "codex");
    }

    @ParameterizedTest
    @CsvSource({"/.dockerenv,'',docker", "/run/.containerenv,'',podman", "/proc/self/cgroup,0::/docker/4f2a,docker"})
    void detect_containersFile_isAShortLivedPlace(String path, String content, String place) {
        Place found = PlaceDetector.detect(Map.of(), new FakeHostFiles(Map.of(path, content)));

        assertThat(found).isEqualTo(new Place(List.of(place), true));
    }

    @Test
    void detect_kubernetesGroup_isAShortLivedPlace() {
        HostFiles files = new FakeHostFiles(Map.of("/proc/self/cgroup", "0::/kubepods.slice/pod7"));

        assertThat(PlaceDetector.detect(Map.of(), files)).isEqualTo(new Place(List.of("kubernetes"), true));
    }

    @Test
    void detect_plainMachine_isNoPlaceAndLasts() {
        HostFiles files = new FakeHostFiles(Map.of("/proc/self/cgroup", "0::/user.slice/user-1000.slice"));

        assertThat(PlaceDetector.detect(Map.of(), files)).isEqualTo(new Place(List.of(), false));
    }

    @Test
    void detect_unnamedContainer_isShortLivedWithoutAName() {
        assertThat(PlaceDetector.detect(Map.of("container", "systemd-nspawn"), FakeHostFiles.NONE))
                .isEqualTo(new Place(List.of(), true));
    }

    @Test
    void detect_huggingFaceSpace_isDockerToo() {
        assertThat(names(Map.of("SPACE_ID", "o/s"))).containsExactly("docker", "huggingface_space");
    }

    @Test
    void detect_unreadableMachine_isNoContainer() {
        assertThat(PlaceDetector.detect(Map.of(), HostFiles.ofThisMachine())).isNotNull();
        assertThat(HostFiles.ofThisMachine().head("/no/such/file", 10)).isEmpty();
        assertThat(HostFiles.ofThisMachine().head("/", 10)).isEmpty();
        assertThat(HostFiles.ofThisMachine().names("/no/such/folder", 10)).isEmpty();
    }

    @Test
    void deployment_firstRuleWhoseVariablesAreAllSet_names() {
        List<DeploymentRule> rules = List.of(
                new DeploymentRule("huggingface_space", List.of("SPACE_ID")),
                new DeploymentRule("quickstart", List.of("OWNER_USERNAME", "OWNER_PASSWORD")));

        assertThat(DeploymentRule.first(rules, Map.of("SPACE_ID", "o/s"), "server"))
                .isEqualTo("huggingface_space");
        assertThat(DeploymentRule.first(rules, Map.of("OWNER_USERNAME", "o", "OWNER_PASSWORD", "p"), "server"))
                .isEqualTo("quickstart");
        assertThat(DeploymentRule.first(rules, Map.of("OWNER_USERNAME", "o"), "server"))
                .isEqualTo("server");
    }
}
