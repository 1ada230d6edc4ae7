package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.context.AgentDetector;
import dev.candor.telemetry.core.internal.context.CiDetector;
import dev.candor.telemetry.core.internal.context.HostFiles;

/** Who, if anybody, reads what this run prints, and can answer. */
final class Listeners {

    private final Surroundings surroundings;
    private final HostFiles files;

    Listeners(Surroundings surroundings, HostFiles files) {
        this.surroundings = surroundings;
        this.files = files;
    }

    /** Why no person reads along; empty where one may. A terminal is looked for apart. */
    String nobody() {
        if (!MainProcess.is(surroundings.environment())) {
            return "this is not the main process of a distributed run";
        }
        if (CiDetector.detect(surroundings.environment()).ci()) {
            return "this is a CI run";
        }
        return AgentDetector.detect(surroundings.environment(), files).isEmpty() ? "" : "an agent runs this";
    }

    /** Why no question can be put; empty where one can. */
    String cannotAnswer() {
        if (!surroundings.stdinIsTerminal() || !surroundings.stdoutIsTerminal() || !surroundings.stderrIsTerminal()) {
            return "there is no terminal";
        }
        return inBackground();
    }

    /** Why a person at a terminal would not see a line on standard error; empty where one would. */
    String cannotSee() {
        return surroundings.stderrIsTerminal() ? "" : "there is no terminal";
    }

    /** Why a question that an installer puts cannot be answered: its standard input is often the script itself. */
    String cannotAnswerInstaller() {
        return surroundings.stderrIsTerminal() ? inBackground() : "there is no terminal";
    }

    private String inBackground() {
        return Foreground.is(files) ? "" : "this runs in the background";
    }
}
