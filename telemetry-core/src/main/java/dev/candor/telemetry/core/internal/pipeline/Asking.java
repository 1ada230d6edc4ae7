package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.asking.Asked;
import dev.candor.telemetry.core.internal.asking.Asker;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.delivery.DetachedUpload;
import dev.candor.telemetry.core.internal.recording.AnswerBook;

/** Asks a person, or shows the notice, where that is due before a run; an answer holds in the same run. */
final class Asking {
    private Asking() {}

    static void askIfDue(ToolSpec tool, Surroundings surroundings, ConsentGate gate, RunKind run) {
        if (!gate.report().isUndecided()) {
            return;
        }
        if (run == RunKind.QUIET || DetachedUpload.isUploader()) {
            gate.nobodyToAsk();
            return;
        }
        AnswerBook book = new AnswerBook(tool.consent(), surroundings, tool.answersInConfig());
        Asked asked = new Asker(tool.consent(), surroundings, book).askIfDue(gate.report(), run);
        if (!asked.answers().isEmpty()) {
            gate.answered(asked.answers());
        }
        if (asked.nobodyThere()) {
            gate.nobodyToAsk();
        }
        gate.refresh();
    }
}
