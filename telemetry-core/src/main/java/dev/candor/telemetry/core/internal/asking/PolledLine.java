package dev.candor.telemetry.core.internal.asking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a line from standard input as soon as one is there, and never waits inside a read. */
final class PolledLine implements AnswerLine {

    private static final int MAX_BYTES = 1024;
    private static final long STEP_MILLIS = 50;

    private final InputStream in;
    private final Pace pace;

    PolledLine(InputStream in, Pace pace) {
        this.in = in;
        this.pace = pace;
    }

    @Override
    public @Nullable String read(Duration patience) {
        byte[] line = new byte[MAX_BYTES];
        int length = 0;
        long end = pace.nanos() + patience.toNanos();
        try {
            while (length < MAX_BYTES) {
                if (in.available() > 0) {
                    int next = in.read();
                    if (next < 0) {
                        return null;
                    }
                    if (next == '\n') {
                        return new String(line, 0, length, StandardCharsets.UTF_8);
                    }
                    line[length++] = (byte) next;
                } else if (pace.nanos() - end >= 0 || !pace.pause(STEP_MILLIS)) {
                    return null;
                }
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }
}
