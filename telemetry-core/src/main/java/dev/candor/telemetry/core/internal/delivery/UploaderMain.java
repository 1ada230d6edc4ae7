package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** The main class of the process that {@link DetachedUpload} starts. */
public final class UploaderMain {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration FLUSH = Duration.ofSeconds(50);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final int ARGUMENTS = 2;

    private UploaderMain() {}

    /**
     * Delivers what waits and ends, within a minute whatever happens.
     *
     * @param args the directory of the lock, and the name of the class that supplies the tool's telemetry
     */
    public static void main(String[] args) {
        run(args, LIFE);
    }

    static void run(String[] args, Duration life) {
        if (args.length != ARGUMENTS) {
            return;
        }
        endAfter(life);
        try (UploadLock only = UploadLock.tryTake(new File(args[0], "uploader.lock"))) {
            if (only.held()) {
                upload(args[1]);
            }
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError failed) {
            // Nobody is there to be told; what waits is kept, and the next run tries again.
        }
        // Whatever the tool's own classes started must not keep this process.
        System.exit(0);
    }

    private static void upload(String entry) throws ReflectiveOperationException {
        Supplier<?> supplier =
                Class.forName(entry).asSubclass(Supplier.class).getConstructor().newInstance();
        if (supplier.get() instanceof Telemetry telemetry) {
            telemetry.flush(FLUSH);
            telemetry.close(CLOSE);
        }
    }

    private static void endAfter(Duration life) {
        Runnable end = () -> {
            try {
                Thread.sleep(life.toMillis());
            } catch (InterruptedException early) {
                // Better too early than never.
            }
            Runtime.getRuntime().halt(0);
        };
        if (new DaemonThreads().start(end, "candor-end") == null) {
            // Without it nothing would end this process for certain; the next one finds what waits.
            Runtime.getRuntime().halt(0);
        }
    }
}
