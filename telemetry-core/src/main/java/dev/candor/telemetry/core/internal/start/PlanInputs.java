package dev.candor.telemetry.core.internal.start;

import dev.candor.telemetry.core.internal.config.FileSight;
import dev.candor.telemetry.core.internal.context.NotedFiles.Question;
import java.util.List;

/**
 * All that a full start depended on, beside the tool and its jars.
 *
 * @param environment the variables, with a note of those that were asked for
 * @param properties the system properties, likewise
 * @param files every file that was looked at or looked for
 * @param project the project's folder, of which only the content counts; empty where its place counts too
 * @param questions what the machine was asked
 */
public record PlanInputs(
        AskedMap environment, AskedMap properties, List<FileSight> files, String project, List<Question> questions) {

    /** Copies the lists. */
    public PlanInputs {
        files = List.copyOf(files);
        questions = List.copyOf(questions);
    }
}
