package dev.candor.examples.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.PostHogReceiver;
import dev.candor.telemetry.testkit.Receiver;
import dev.candor.telemetry.testkit.SegmentReceiver;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All four backends with all that they bring in one real process, in which each delivers and none says a word. */
class EveryBackendTest {
    private static final String DELIVERED = "Delivered[count=1, refused=0]";

    /** Of the class path, what four backends and core need as modules. */
    private static final List<String> MODULES = List.of(
            "telemetry-api",
            "telemetry-core",
            "backend-",
            "sentry-8",
            "posthog-6",
            "okhttp-4",
            "okio-jvm-",
            "kotlin-stdlib-1",
            "gson-",
            "analytics-core-",
            "opentelemetry-api",
            "opentelemetry-common",
            "opentelemetry-context",
            "opentelemetry-exporter",
            "opentelemetry-sdk",
            "jackson-",
            "tomlj-",
            "antlr4-runtime-",
            "snakeyaml-");

    private final SentryReceiver sentry = new SentryReceiver();
    private final PostHogReceiver posthog = new PostHogReceiver();
    private final SegmentReceiver segment = new SegmentReceiver();
    private final OtlpReceiver otlp = new OtlpReceiver();

    @AfterEach
    void close() {
        receivers().forEach(Receiver::close);
    }

    @Test
    void program_classPathInSeveralOrders_eachBackendDelivers() throws Exception {
        List<String> sorted = new ArrayList<>(entries());
        Collections.sort(sorted);
        List<String> reversed = new ArrayList<>(sorted);
        Collections.reverse(reversed);
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(4));

        int runs = 0;
        for (List<String> order : List.of(sorted, reversed, shuffled)) {
            String said = run("-cp", String.join(File.pathSeparator, order));
            runs++;

            assertEachReceived(runs);
            assertThat(said).isEqualTo(lines("-", "-", "-", "-"));
        }
    }

    @Test
    void program_modulePathWithAllFour_eachBackendDeliversFromItsModule() throws Exception {
        List<String> modules = entries().stream()
                .filter(entry -> MODULES.stream().anyMatch(module -> entry.contains("/" + module)))
                .filter(entry -> !entry.contains("test-classes"))
                .toList();

        String said = run(
                "-p",
                String.join(File.pathSeparator, modules),
                "--add-modules",
                "dev.candor.telemetry.core,dev.candor.telemetry.sentry,dev.candor.telemetry.posthog,"
                        + "dev.candor.telemetry.segment,dev.candor.telemetry.otlp",
                "-cp",
                testClasses());

        assertEachReceived(1);
        String module = "dev.candor.telemetry.";
        assertThat(said).isEqualTo(lines(module + "otlp", module + "posthog", module + "segment", module + "sentry"));
    }

    private static List<String> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> entry.replace('\\', '/'))
                .toList();
    }

    private static String lines(String otlp, String posthog, String segment, String sentry) {
        return String.join(
                "\n",
                "otlp " + otlp + " " + DELIVERED,
                "posthog " + posthog + " " + DELIVERED,
                "segment " + segment + " " + DELIVERED,
                "sentry " + sentry + " " + DELIVERED);
    }

    private void assertEachReceived(int count) {
        for (Receiver<?> receiver : receivers()) {
            assertThat(receiver.refusals()).isEmpty();
            assertThat(receiver.received()).hasSize(count);
        }
    }

    private List<Receiver<?>> receivers() {
        return List.of(sentry, posthog, segment, otlp);
    }

    private String run(String... path) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(path));
        line.add(EveryBackend.class.getName());
        line.add("sentry.dsn=" + sentry.dsn());
        line.add("posthog.key=phc_all");
        line.add("posthog.host=" + posthog.uri());
        line.add("segment.write_key=wk_all");
        line.add("segment.endpoint=" + segment.uri());
        line.add("otlp.endpoint=" + otlp.uri());
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.redirectErrorStream(true);

        Process child = builder.start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(said).isZero();
        return said.strip().replace("\r", "");
    }

    private static String testClasses() throws Exception {
        return Path.of(EveryBackendTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
