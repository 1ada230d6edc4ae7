package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.FileNo;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.start.StartPlan;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** What a short command can do without the full start: go on by the plan of an earlier run, or end where the user's files say no. */
public final class QuickStart {
    private QuickStart() {}

    /** Opens telemetry by what an earlier run worked out, where all of that still holds; else null. */
    public static @Nullable Telemetry open(ToolSpec tool, Surroundings surroundings, Invocation invocation) {
        try {
            File folder = isPossible(tool, invocation) ? StateFolder.of(tool, surroundings) : null;
            StartPlan plan = folder == null ? null : plan(tool, surroundings, invocation, folder);
            if (folder == null || plan == null) {
                return null;
            }
            return new QuickTelemetry(new QuickParts(tool, surroundings, invocation, folder), plan);
        } catch (RuntimeException | LinkageError broken) {
            return null;
        }
    }

    /** Whether the user's own files alone say that a command may record no usage events. */
    public static boolean isRefused(ToolSpec tool, Surroundings surroundings, RunKind run) {
        try {
            String prefix = tool.variablePrefix();
            ConsentRules chosen = tool.chosenRules();
            // Several tools may share one consent, which is then that of the rules.
            String consent = chosen == null ? tool.name() : chosen.tool();
            return prefix != null
                    && new FileNo(consent, prefix, surroundings).stands(chosen == null, run == RunKind.QUIET);
        } catch (RuntimeException | LinkageError broken) {
            return false;
        }
    }

    /** Whether runs of this kind can leave each other a plan. */
    static boolean isPossible(ToolSpec tool, Invocation invocation) {
        return tool.isCommand()
                && !invocation.disableFlag()
                && !invocation.disabledInCode()
                && tool.backends() == ClassLoader.getSystemClassLoader();
    }

    /** The plan that stands now; null where there is none. */
    static @Nullable StartPlan plan(ToolSpec tool, Surroundings surroundings, Invocation invocation, File folder) {
        // By the name, which is a constant: most runs without a plan have no use for its class.
        if (!new File(folder, StartPlan.FILE).isFile()) {
            return null;
        }
        return StartPlan.find(
                folder,
                surroundings.uid().orElse(-1),
                surroundings.clock().millis(),
                ToolDescription.of(tool, surroundings, invocation),
                surroundings.workingDirectory().resolve(".".concat(tool.name())).toString(),
                surroundings.environment(),
                surroundings.properties());
    }
}
