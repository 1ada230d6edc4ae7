package dev.candor.examples.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** An example program at a real pseudo-terminal, held by {@code script} of util-linux. */
final class Terminal implements AutoCloseable {
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final long LONGEST_SECONDS = 120;

    private final Process process;
    private final StringBuilder screen = new StringBuilder();
    private final byte[] buffer = new byte[4096];

    private Terminal(Process process) {
        this.process = process;
    }

    static void assumeThereIsOne() {
        Assumptions.assumeTrue(Files.isExecutable(SCRIPT), "no pseudo-terminal: script (util-linux) is not installed");
    }

    /** Runs a command line of {@code /bin/sh} in {@code sandbox}. */
    static Terminal run(Sandbox sandbox, String commandLine) throws IOException {
        ProcessBuilder builder =
                sandbox.process(List.of(SCRIPT.toString(), "-q", "-e", "-c", commandLine, "/dev/null"));
        builder.environment().put("SHELL", "/bin/sh");
        return new Terminal(builder.redirectErrorStream(true).start());
    }

    /** Reads until {@code text} is on the screen. */
    Terminal await(String text) throws IOException {
        while (screen.indexOf(text) < 0) {
            if (!read()) {
                throw new AssertionError("never said \"" + text + "\" but: " + screen);
            }
        }
        return this;
    }

    private boolean read() throws IOException {
        InputStream in = process.getInputStream();
        int count = in.read(buffer);
        if (count > 0) {
            screen.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return count >= 0;
    }

    /** Types. */
    Terminal type(String keys) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        return this;
    }

    /** Reads what else is said, to the end. */
    Sandbox.Ended ended() throws IOException, InterruptedException {
        while (read()) {
            // The screen takes all of it.
        }
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("did not end: " + screen);
        }
        return new Sandbox.Ended(process.exitValue(), screen.toString());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
