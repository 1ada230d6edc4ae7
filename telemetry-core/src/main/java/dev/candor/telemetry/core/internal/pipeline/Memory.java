package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.NoKeeper;
import dev.candor.telemetry.core.internal.recording.AnswerBook;

/** Opens the book of answers only when there is something to keep: its classes would cost every short command. */
record Memory(ToolSpec tool, Surroundings surroundings) implements NoKeeper {

    @Override
    public void keep() {
        new AnswerBook(tool.consent(), surroundings, tool.answersInConfig()).keep();
    }
}
