package dev.candor.telemetry.core.internal.asking;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A command at a real pseudo-terminal, held by {@code script} of util-linux. */
final class PseudoTerminal implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final Process script;
    private final OutputStream keyboard;
    private final StringBuilder screen = new StringBuilder();

    private PseudoTerminal(Process script) {
        this.script = script;
        this.keyboard = script.getOutputStream();
        Thread watcher = new Thread(this::watch, "screen");
        watcher.setDaemon(true);
        watcher.start();
    }

    static void assumeThereIsOne() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")) && Files.isExecutable(Path.of("/usr/bin/env")),
                "no pseudo-terminal: script (util-linux) is not installed");
    }

    /** Starts a command line for {@code /bin/sh} at a terminal of its own. */
    static PseudoTerminal run(Path home, Map<String, String> env, String command) throws IOException {
        // Whoever runs the tests in the background of a shell has Ctrl-C ignored, and so would their children.
        ProcessBuilder builder = new ProcessBuilder(
                "/usr/bin/script", "-q", "-e", "-c", "exec /usr/bin/env --default-signal=INT " + command, "/dev/null");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", home.toString(), "SHELL", "/bin/sh"));
        builder.environment().putAll(env);
        builder.directory(home.toFile());
        return new PseudoTerminal(builder.redirectErrorStream(true).start());
    }

    /** Words for the shell. */
    static String quoted(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append('\'').append(word.replace("'", "'\\''")).append("' ");
        }
        return line.toString();
    }

    private void watch() {
        byte[] buffer = new byte[4096];
        try (InputStream in = script.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (screen) {
                    screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    screen.notifyAll();
                }
            }
        } catch (IOException e) {
            return;
        }
    }

    /** What is on the screen. */
    String screen() {
        synchronized (screen) {
            return screen.toString();
        }
    }

    /** Waits until {@code text} is on the screen. */
    PseudoTerminal await(String text) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        synchronized (screen) {
            while (screen.indexOf(text) < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("never said \"" + text + "\" but: " + screen);
                }
                screen.wait(left);
            }
        }
        return this;
    }

    /** Types; what comes too late, because the command has ended meanwhile, is typed in vain. */
    PseudoTerminal type(String keys) throws IOException, InterruptedException {
        try {
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException nobodyReads) {
            if (!script.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw nobodyReads;
            }
        }
        return this;
    }

    /** The command's exit code. */
    int exitCode() throws InterruptedException {
        if (!script.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("did not end: " + screen());
        }
        return script.exitValue();
    }

    @Override
    public void close() {
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
    }
}
