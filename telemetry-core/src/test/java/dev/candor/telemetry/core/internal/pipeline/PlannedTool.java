package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.ConsentReport;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.context.ResourceRequest;
import dev.candor.telemetry.core.internal.route.Maintainer;
import dev.candor.telemetry.core.internal.start.AskedMap;
import dev.candor.telemetry.core.internal.start.StartPlan;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tool on a machine of its own, started with and without its plan. */
final class PlannedTool {
    static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    static final EventType DONE =
            EventType.named("work_done").with(SUCCESS).because("Tested.").build();
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    final Path home;
    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> properties = new HashMap<>();
    Path workingFolder;
    Instant now = Instant.now().plusSeconds(60);
    Invocation invocation = Invocation.PLAIN;
    ConsentRules rules = ConsentRules.forTool("worker", "1.0.0").build();
    String key = "a-key";
    private final Path folder;

    PlannedTool(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("home"));
        this.workingFolder = Files.createDirectories(folder.resolve("work"));
        Files.createDirectories(folder.resolve("etc"));
        jar("one.jar", "one");
        jar("two.jar", "two");
        properties.put("os.name", "Linux");
        properties.put("java.class.path", folder.resolve("one.jar") + File.pathSeparator + folder.resolve("two.jar"));
        environment.put("WORKER_ENABLE_TELEMETRY", "1");
        environment.put("LANG", "C");
    }

    void jar(String name, String content) throws IOException {
        write(folder.resolve(name), content);
    }

    Path userConfig() {
        return home.resolve(".worker/config.toml");
    }

    Path projectConfig() {
        return workingFolder.resolve(".worker/config.toml");
    }

    Path policy() {
        return folder.resolve("etc/worker/telemetry-policy.toml");
    }

    /** Writes a file and makes it look as old as every other one. */
    static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    /** A whole run with one event, which leaves a plan where it can. */
    boolean run() {
        return record(Opener.openWhole(spec(), noting(), invocation, RunKind.QUIET));
    }

    /** The telemetry of a start by plan; null where there is none. */
    dev.candor.telemetry.@Nullable Telemetry quick() {
        return QuickStart.open(spec(), surroundings(environment, properties), invocation);
    }

    /** What the {@code telemetry} command does. */
    ControlRoom control() {
        return new ControlRoom(spec(), surroundings(environment, properties), invocation);
    }

    @Nullable
    StartPlan plan() {
        if (!QuickStart.isPossible(spec(), invocation)) {
            return null;
        }
        return QuickStart.plan(spec(), surroundings(environment, properties), invocation, state().toFile());
    }

    ConsentReport report() {
        return ConsentGate.open(spec().consent(), surroundings(environment, properties), invocation)
                .report();
    }

    /** Where a full start would send what; nothing where nothing is allowed. */
    Map<Subject, List<Long>> lanes() {
        Surroundings here = surroundings(environment, properties);
        ConsentGate gate = ConsentGate.open(spec().consent(), here, invocation);
        Parts parts = Pipeline.of(spec(), here, gate).engine().parts();
        Map<Subject, List<Long>> lanes = new HashMap<>();
        for (Subject each : Subject.values()) {
            long[] some = parts == null ? new long[0] : parts.lanes().of(each.purpose(), each.audience());
            lanes.put(each, java.util.Arrays.stream(some).boxed().toList());
        }
        if (parts != null) {
            parts.delivery().close(Duration.ZERO);
            parts.spool().close(Duration.ZERO);
        }
        return lanes;
    }

    Path planFile() {
        return state().resolve("start-plan");
    }

    Path state() {
        return home.resolve(".local/state/worker/telemetry");
    }

    static boolean record(dev.candor.telemetry.Telemetry telemetry) {
        boolean accepted = telemetry.event(DONE).with(SUCCESS, true).record();
        // By itself it would leave a slow disk behind, and no plan.
        telemetry.close(Duration.ofMinutes(1));
        return accepted;
    }

    private Surroundings noting() {
        return surroundings(new AskedMap(environment), new AskedMap(properties));
    }

    private Surroundings surroundings(Map<String, String> variables, Map<String, String> texts) {
        int uid = Files.exists(Path.of("/proc/self")) ? uid() : -1;
        return Surroundings.builder()
                .environment(variables)
                .properties(texts)
                .home(home)
                .workingDirectory(workingFolder)
                .machineFolder(folder.resolve("etc"))
                .user(System.getProperty("user.name"), uid)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException unknown) {
            throw new java.io.UncheckedIOException(unknown);
        }
    }

    /** None at first: a backend that is named and missing has to be said in each run, which no plan may shorten. */
    private List<Maintainer> maintainers() {
        return key.equals("a-key")
                ? List.of()
                : List.of(new Maintainer("recorder", Map.of("key", key), Set.of(Purpose.USAGE)));
    }

    private ToolSpec spec() {
        return new ToolSpec(
                "worker",
                "1.0.0",
                Mode.COMMAND,
                List.of(DONE),
                rules,
                IdentityMode.NONE,
                null,
                maintainers(),
                ErrorRules.none(),
                ResourceRequest.of("worker", "1.0.0"),
                Map.of(),
                1,
                Severity.INFO,
                List.of(),
                List.of(),
                signal -> true,
                null,
                false,
                true,
                null,
                null,
                ClassLoader.getSystemClassLoader());
    }
}
