package dev.candor.telemetry.core.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceReaderTest {

    private static final Map<String, String> PROPERTIES = Map.of(
            "os.name",
            "Linux",
            "os.version",
            "6.1.0-13-amd64",
            "os.arch",
            "amd64",
            "java.version",
            "17.0.15",
            "java.vendor",
            "Eclipse Adoptium",
            "sun.arch.data.model",
            "64",
            "user.name",
            "mallory",
            "user.dir",
            "/home/mallory/secret",
            "sun.java.command",
            "app --token abc");

    private static ResourceReader reader(ResourceRequest request, Map<String, String> env, Map<String, String> files) {
        return new ResourceReader(
                request, env, PROPERTIES, new FakeHostFiles(files), ResourceReaderTest.class.getClassLoader());
    }

    @Test
    void resource_readTwice_isTheSameObject() {
        ResourceReader reader = reader(ResourceRequest.of("loader", "1.4.0"), Map.of(), Map.of());

        assertThat(reader.resource()).isSameAs(reader.resource());
    }

    @Test
    void resource_plainRequest_holdsTheFactsOfEveryEvent() {
        Map<String, String> files = Map.of("/proc/meminfo", "MemTotal:       16314244 kB\nMemFree: 1 kB\n");

        Resource resource = reader(ResourceRequest.of("loader", "1.4.0"), Map.of("GITHUB_ACTIONS", "true"), files)
                .resource();

        assertThat(resource.toolName()).isEqualTo("loader");
        assertThat(resource.toolVersion()).isEqualTo("1.4.0");
        assertThat(resource.osName()).isEqualTo("Linux");
        assertThat(resource.osVersion()).isEqualTo("6.1.0-13-amd64");
        assertThat(resource.osArch()).isEqualTo("amd64");
        assertThat(resource.javaVersion()).isEqualTo("17.0.15");
        assertThat(resource.javaVendor()).isEqualTo("Eclipse Adoptium");
        assertThat(resource.cpus()).isPositive();
        assertThat(resource.memoryBytes()).isEqualTo(16314244L * 1024);
        assertThat(resource.ci()).isTrue();
        assertThat(resource.ciName()).isEqualTo("GitHub Actions");
        assertThat(resource.execInfo()).containsExactly("github_actions");
        assertThat(resource.extra()).isEmpty();
    }

    @Test
    void resource_environmentFullOfSecrets_repeatsNone() {
        Map<String, String> env = new HashMap<>();
        for (String name : List.of(
                "HOSTNAME",
                "USER",
                "HOME",
                "PWD",
                "CLAUDE_CODE_SESSION_ID",
                "CODEX_THREAD_ID",
                "TRACEPARENT",
                "KUBE_POD_NAME",
                "KUBE_NODE_NAME",
                "GITHUB_ACTIONS",
                "AI_AGENT",
                "CI_NAME",
                "SPACE_ID",
                "AGENT",
                "AWS_LAMBDA_FUNCTION_NAME",
                "K_SERVICE",
                "container",
                "JENKINS_URL",
                "BUILD_ID",
                "CURSOR_TRACE_ID")) {
            env.put(name, "canary-" + name);
        }
        ResourceRequest all = new ResourceRequest(
                "t",
                "1",
                "",
                Map.of(),
                true,
                true,
                true,
                List.of(),
                List.of(new DeploymentRule("d", List.of("HOME"))),
                "");

        String text = reader(all, env, Map.of()).resource().toString();

        assertThat(text).doesNotContain("canary").doesNotContain("mallory").doesNotContain("token");
    }

    @Test
    void resource_everythingAsked_addsIt() {
        ResourceRequest request = new ResourceRequest(
                "trainer",
                "1",
                "production",
                Map.of("workspace", "w1", "commit", "abc1234"),
                true,
                true,
                true,
                List.of("org.yaml:snakeyaml", "no.such:library"),
                List.of(),
                "");
        Map<String, String> files = Map.of(
                "/proc/sys/kernel/version", "#1 SMP Debian 6.1.55-1\n",
                "/proc/driver/nvidia/gpus/0000:01:00.0/information",
                        "Model: \t\t NVIDIA A100-SXM4-40GB\nIRQ:   1\nGPU UUID: \t GPU-7c1d9c3c\nBus Location: 0000:01:00.0\n",
                "/proc/driver/nvidia/gpus/0000:02:00.0/information", "Model: \t\t NVIDIA H100\n");

        Resource resource = reader(request, Map.of(), files).resource();

        assertThat(resource.environment()).isEqualTo("production");
        assertThat(resource.extra())
                .containsEntry("workspace", "w1")
                .containsEntry("commit", "abc1234")
                .containsEntry("kernel", "Linux 6.1.0-13-amd64 #1 SMP Debian 6.1.55-1")
                .containsEntry("platform", "Linux-6.1.0-13-amd64-amd64-64bit")
                .containsEntry("gpu_count", 2L)
                .containsEntry("gpu_models", List.of("NVIDIA A100-SXM4-40GB", "NVIDIA H100"))
                .containsKey("snakeyaml_version")
                .doesNotContainKey("library_version");
        assertThat(resource.extra().get("snakeyaml_version").toString()).matches("[0-9]+\\.[0-9.]+");
        assertThat(resource.toString()).doesNotContain("7c1d9c3c");
    }

    @Test
    void resource_hostileSystem_isCutToPlainWords() {
        Map<String, String> properties = new HashMap<>(PROPERTIES);
        properties.put("os.version", "6.1\n\u0000\u202E<script>" + "x".repeat(1000));
        ResourceReader reader = new ResourceReader(
                ResourceRequest.of("t", "1"),
                Map.of(),
                properties,
                FakeHostFiles.NONE,
                getClass().getClassLoader());

        assertThat(reader.resource().osVersion()).hasSize(64).startsWith("6.1scriptxxx");
    }

    @Test
    void memory_ofThisMachine_isKnown() {
        assertThat(new Machine(PROPERTIES, HostFiles.ofThisMachine()).memoryBytes())
                .isPositive();
        assertThat(new Machine(PROPERTIES, FakeHostFiles.NONE).memoryBytes()).isPositive();
    }

    @Test
    void gpus_fromTheDriversTool_areItsModels(@TempDir Path folder) throws Exception {
        String tool = script(folder, "printf 'NVIDIA T4\\nNVIDIA T4\\n'");

        assertThat(new Gpus(HostFiles.ofThisMachine(), List.of(tool), Duration.ofSeconds(30)).models())
                .isIn(List.of("NVIDIA T4", "NVIDIA T4"), driversOwn());
    }

    @Test
    void gpus_toolThatHangsOrFails_areNone(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(driversOwn().isEmpty(), "this machine has the real driver");
        String hangs = script(folder, "exec sleep 600");

        assertThat(new Gpus(HostFiles.ofThisMachine(), List.of(hangs), Duration.ofMillis(200)).models())
                .isEmpty();
        assertThat(new Gpus(HostFiles.ofThisMachine(), List.of("/no/such/tool"), Duration.ofSeconds(1)).models())
                .isEmpty();
    }

    private static List<String> driversOwn() {
        return new Gpus(HostFiles.ofThisMachine(), List.of(), Duration.ZERO).models();
    }

    private static String script(Path folder, String line) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Path script = Files.createFile(
                folder.resolve("nvidia-smi"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        return script.toString();
    }
}
