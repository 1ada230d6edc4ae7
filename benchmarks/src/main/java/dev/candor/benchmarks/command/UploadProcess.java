package dev.candor.benchmarks.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The detached process that a run started. */
final class UploadProcess {
    private static final String MAIN = "UploaderMain";
    private static final long APPEARS_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_MILLIS = 5;

    private UploadProcess() {}

    /**
     * Waits for its end.
     *
     * @param home what its command line names, so that it is no other tool's
     * @return the processor time it took in milliseconds, as it was seen last; NaN when none was seen
     */
    static double awaitEnd(String home) throws InterruptedException {
        long begun = System.nanoTime();
        Optional<ProcessHandle> found = find(home);
        while (found.isEmpty()) {
            if (System.nanoTime() - begun > APPEARS_NANOS) {
                return Double.NaN;
            }
            found = find(home);
        }
        double millis = 0;
        while (found.get().isAlive() && System.nanoTime() - begun < PATIENCE_NANOS) {
            Duration used = found.get().info().totalCpuDuration().orElse(Duration.ZERO);
            millis = Math.max(millis, used.toNanos() / 1e6);
            Thread.sleep(LOOK_MILLIS);
        }
        return millis;
    }

    private static Optional<ProcessHandle> find(String home) {
        return ProcessHandle.allProcesses().filter(each -> isUpload(each, home)).findAny();
    }

    private static boolean isUpload(ProcessHandle process, String home) {
        String line = commandLine(process);
        return line.contains(MAIN) && line.contains(home);
    }

    private static String commandLine(ProcessHandle process) {
        try {
            // Java itself tells a page of it, and the class path of a tool is longer.
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.UTF_8);
        } catch (IOException goneOrNotLinux) {
            return process.info().commandLine().orElse("");
        }
    }
}
