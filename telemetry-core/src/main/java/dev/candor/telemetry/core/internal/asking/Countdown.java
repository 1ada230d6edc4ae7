package dev.candor.telemetry.core.internal.asking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits with a notice on the screen until the time is over, or Enter is pressed.
 *
 * <p>Standard input is looked at, never waited for. Only what was meant for the notice is taken from it: an empty line, a yes
 * or a no. Anything else stays there for the program.
 */
final class Countdown {

    private static final int LOOK_AHEAD = 16;
    private static final long STEP_MILLIS = 50;

    private final Wording wording;
    private final InputStream in;
    private final Pace pace;

    Countdown(Wording wording, InputStream in, Pace pace) {
        this.wording = wording;
        this.in = in;
        this.pace = pace;
    }

    /** What was decided meanwhile; null for nothing. */
    @Nullable
    Boolean run(Duration length) {
        wording.notice();
        long end = pace.nanos() + length.toNanos();
        long shown = -1;
        boolean listening = true;
        for (long left = length.toNanos(); left > 0; left = end - pace.nanos()) {
            long seconds = (left + 999_999_999) / 1_000_000_000;
            if (seconds != shown) {
                wording.countdown(seconds);
                shown = seconds;
            }
            String line = listening ? lineIfThere() : "";
            if (line != null && !line.isEmpty()) {
                String answer = line.trim();
                if (answer.isEmpty()) {
                    break;
                }
                wording.noAnswer();
                return Prompt.isYes(answer);
            }
            listening &= line != null;
            if (!pace.pause(STEP_MILLIS)) {
                break;
            }
        }
        wording.noAnswer();
        return null;
    }

    /** A line with its end that was meant for the notice; empty where there is none yet; null where another one waits. */
    private @Nullable String lineIfThere() {
        try {
            if (in.available() <= 0) {
                return "";
            }
            if (!in.markSupported()) {
                return null;
            }
            in.mark(LOOK_AHEAD);
            String line = readLine();
            if (line.isBlank() || Prompt.isYes(line) || Prompt.isNo(line)) {
                return line;
            }
            in.reset();
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    /** At most as much as can be put back, and only what is there. */
    private String readLine() throws IOException {
        byte[] line = new byte[LOOK_AHEAD];
        int length = 0;
        while (length < LOOK_AHEAD && in.available() > 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            line[length++] = (byte) next;
            if (next == '\n') {
                return new String(line, 0, length, StandardCharsets.UTF_8);
            }
        }
        return "-";
    }
}
