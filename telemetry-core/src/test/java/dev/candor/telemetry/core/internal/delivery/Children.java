package dev.candor.telemetry.core.internal.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Child JVMs with the tests' class path, in the folder of their output and an environment of their own. */
final class Children {
    private Children() {}

    static Process start(Class<?> main, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                // Of several that start at once on one machine, Java 25 warns of its own file of figures.
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", output.getParent().toString());
        builder.directory(output.getParent().toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return builder.start();
    }

    /** The exit code; a child that does not end within three minutes is killed, and what its threads did is told. */
    static int exitCode(Process child) throws InterruptedException {
        if (!child.waitFor(180, TimeUnit.SECONDS)) {
            String threads = threads(child);
            child.destroyForcibly();
            throw new AssertionError("the child did not end by itself:\n" + threads);
        }
        return child.exitValue();
    }

    private static String threads(Process child) {
        String jcmd = System.getProperty("java.home") + File.separator + "bin" + File.separator + "jcmd";
        try {
            Process dump = new ProcessBuilder(jcmd, String.valueOf(child.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noDump) {
            return noDump.toString();
        }
    }
}
