package dev.candor.telemetry.core.internal.asking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a person's answer comes from. */
@FunctionalInterface
interface AnswerLine {

    /**
     * Waits for one line.
     *
     * @return the line without its end; null where the input ended, the time was over, or nothing could be read
     */
    @Nullable
    String read(Duration patience);
}
