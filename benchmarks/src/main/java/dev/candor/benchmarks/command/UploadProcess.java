package dev.candor.benchmarks.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The detached process that a run started. */
final class UploadProcess {
    private static final String MAIN = "UploaderMain";
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
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Optional<ProcessHandle> found = Optional.empty();
        while (found.isEmpty()) {
            found = ProcessHandle.allProcesses()
                    .filter(each -> isUpload(each, home))
                    .findAny();
            if (found.isEmpty() && System.nanoTime() - deadline > -PATIENCE_NANOS * 9 / 10) {
                return Double.NaN;
            }
        }
        double millis = 0;
        while (found.get().isAlive() && System.nanoTime() < deadline) {
            Duration used = found.get().info().totalCpuDuration().orElse(Duration.ZERO);
            millis = Math.max(millis, used.toNanos() / 1e6);
            Thread.sleep(LOOK_MILLIS);
        }
        return millis;
    }

    private static boolean isUpload(ProcessHandle process, String home) {
        String line = process.info().commandLine().orElse("");
        return line.contains(MAIN) && line.contains(home);
    }
}
