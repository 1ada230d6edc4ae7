package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.consent.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What can change between two runs of a tool. */
final class PlanChanges {
    private static final List<String> VARIABLES = List.of(
            "WORKER_ENABLE_TELEMETRY",
            "WORKER_DO_NOT_TRACK",
            "DO_NOT_TRACK",
            "DO_NOT_TRAK",
            "ENABLE_RUNTIME_TRACE",
            "RUNTIME__WORKER_TELEMETRY",
            "WORKER_TELEMETRY",
            "WORKER_NO_TELEMETRY",
            "RUNTIME__USAGE_KEY",
            "XDG_CONFIG_HOME",
            "CI",
            "GITHUB_ACTIONS",
            "OTEL_SDK_DISABLED",
            "TERM_SESSION_ID");
    private static final List<String> VALUES = List.of("", "0", "1", "true", "false", "maybe", "/nowhere", " ");
    private static final List<String> LINES = List.of(
            "runtime.worker_telemetry = true\n",
            "runtime.worker_telemetry =false\n",
            "enable_runtime_trace = true\n",
            "enable_runtime_trace =false\n",
            "enable_runtime_trase =false\n",
            "[runtime]\nusage_key = \"mine\"\n",
            "[runtime]\nusage_key = \"ours\"\n",
            "broken = \n",
            "");

    private PlanChanges() {}

    static void one(PlannedTool tool, Path folder, Random random) throws IOException {
        if (random.nextInt(4) == 0) {
            settle(tool, random);
        }
        switch (random.nextInt(9)) {
            case 0, 1 -> variable(tool.environment, random);
            case 2 -> file(tool.userConfig(), random);
            case 3 -> file(tool.projectConfig(), random);
            case 4 -> file(tool.policy(), random);
            case 5 -> {
                List<String> names = List.of("worker.telemetry", "worker.telemetri", "enable_runtime_trace");
                property(tool.properties, names.get(random.nextInt(3)), random);
            }
            case 6 -> tool.jar(random.nextBoolean() ? "one.jar" : "two.jar", random.nextBoolean() ? "one" : "three");
            case 7 ->
                tool.invocation =
                        random.nextInt(4) == 0 ? new Invocation(random.nextBoolean(), true, null) : Invocation.PLAIN;
            default -> {
                tool.now = tool.now.plusSeconds(random.nextInt(3) - 1);
                tool.workingFolder =
                        Files.createDirectories(folder.resolve(random.nextBoolean() ? "work" : "elsewhere"));
                tool.key = random.nextInt(3) == 0 ? "another-key" : "a-key";
            }
        }
    }

    /** Back to a state in which a person has said yes. */
    private static void settle(PlannedTool tool, Random random) throws IOException {
        tool.environment.keySet().removeAll(VARIABLES);
        tool.properties.keySet().removeIf(name -> name.startsWith("worker.") || name.startsWith("enable"));
        tool.invocation = Invocation.PLAIN;
        tool.key = "a-key";
        Files.deleteIfExists(tool.policy());
        Files.deleteIfExists(tool.projectConfig());
        PlannedTool.write(tool.userConfig(), LINES.get(0));
        if (random.nextBoolean()) {
            tool.environment.put("WORKER_ENABLE_TELEMETRY", "1");
        }
    }

    private static void variable(Map<String, String> environment, Random random) {
        property(environment, VARIABLES.get(random.nextInt(VARIABLES.size())), random);
    }

    private static void property(Map<String, String> texts, String name, Random random) {
        if (random.nextInt(3) == 0) {
            texts.put(name, VALUES.get(random.nextInt(VALUES.size())));
        } else {
            texts.remove(name);
        }
    }

    private static void file(Path file, Random random) throws IOException {
        if (random.nextInt(3) == 0) {
            PlannedTool.write(file, LINES.get(random.nextInt(LINES.size())));
        } else {
            Files.deleteIfExists(file);
        }
    }
}
