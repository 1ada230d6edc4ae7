package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.example.program.Program;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The backend as a module among modules, found by ServiceLoader. */
class ModulePathTest {
    private static final List<String> MODULES = List.of(
            "telemetry-api",
            "backend-http",
            "backend-posthog/target/classes",
            "posthog-6",
            "okhttp-",
            "okio-jvm-",
            "kotlin-stdlib-1",
            "gson-");

    @Test
    void provider_onTheModulePath_isFoundAndEncodes() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                modulePath(),
                "--add-modules",
                "dev.candor.telemetry.posthog",
                "-cp",
                testClasses(),
                Program.class.getName());
        builder.environment().clear();
        builder.redirectErrorStream(true);

        Process child = builder.start();
        child.getOutputStream().close();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output.strip()).isEqualTo("dev.candor.telemetry.posthog 1");
        assertThat(child.exitValue()).isZero();
    }

    private static String modulePath() {
        List<String> modules = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String path = entry.replace('\\', '/');
            if (!path.contains("test-classes") && MODULES.stream().anyMatch(module -> path.contains("/" + module))) {
                modules.add(entry);
            }
        }
        assertThat(modules).hasSameSizeAs(MODULES);
        return String.join(File.pathSeparator, modules);
    }

    private static String testClasses() throws Exception {
        return Path.of(ModulePathTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
