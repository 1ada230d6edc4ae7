package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/** A program with a backend on its module path, in a JVM of its own: it finds the backend and has it encode an event. */
public final class ModuleProgram {
    private static final int PATIENCE_SECONDS = 60;

    private ModuleProgram() {}

    /** The program; its arguments are settings, each a name and a value. */
    public static void main(String[] args) throws Exception {
        BackendProvider provider =
                ServiceLoader.load(BackendProvider.class).findFirst().orElseThrow();
        Map<String, SettingValue> settings = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            settings.put(args[i], new SettingValue(args[i], args[i + 1], "code"));
        }
        BackendContext context = new BackendContext("program", "1.0", Audience.MAINTAINER, settings, Receipts.none());
        int posts = provider.open(context).preview(List.of(Signals.usage(1))).size();
        System.out.println(provider.getClass().getModule().getName() + " " + posts);
    }

    /**
     * Runs it, with what the class path of the test has of {@code parts} as its module path.
     *
     * @param module the backend's module
     * @param parts how the names of the jars, or of the folders of classes, begin
     * @param settings what the backend is opened with
     * @return the name of the module that the backend was found in, and how many posts an event makes
     * @throws IOException when a part is not on the class path once, or the program does not end well; with what it printed
     */
    public static String run(String module, List<String> parts, Map<String, String> settings)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                modulePath(parts),
                "--add-modules",
                module,
                "-cp",
                here(),
                ModuleProgram.class.getName()));
        settings.forEach((name, value) -> command.addAll(List.of(name, value)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        Process program = builder.start();
        try {
            program.getOutputStream().close();
            String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || program.exitValue() != 0) {
                throw new IOException("the program did not end well: " + printed);
            }
            return printed.strip();
        } finally {
            program.destroyForcibly();
        }
    }

    private static String modulePath(List<String> parts) throws IOException {
        List<String> modules = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String path = entry.replace('\\', '/');
            if (!path.contains("test-classes") && parts.stream().anyMatch(part -> path.contains("/" + part))) {
                modules.add(entry);
            }
        }
        if (modules.size() != parts.size()) {
            throw new IOException(parts + " are not on the class path, once each: " + modules);
        }
        return String.join(File.pathSeparator, modules);
    }

    private static String here() {
        return new File(ModuleProgram.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
    }
}
