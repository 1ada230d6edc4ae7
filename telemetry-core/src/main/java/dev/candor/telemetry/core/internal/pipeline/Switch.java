package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Decision;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.recording.AnswerBook;
import dev.candor.telemetry.core.internal.recording.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Records an answer, removes what waits after a no, and says what holds then and who decides it. */
record Switch(ToolSpec tool, Surroundings surroundings, Invocation invocation) {

    Control.Switched to(boolean yes, Set<Purpose> purposes, boolean byFlag) {
        Set<Purpose> concerned = concerned(purposes);
        AnswerBook book = new AnswerBook(tool.consent(), surroundings, tool.answersInConfig());
        Recorded recorded = book.record(concerned, yes, byFlag ? How.FLAG : How.COMMAND);
        ConsentGate gate = ConsentGate.open(tool.consent(), surroundings, Invocation.PLAIN);
        if (!yes) {
            remove(concerned, gate);
        }
        List<String> messages = new ArrayList<>();
        boolean effective = describe(yes, concerned, gate, messages);
        for (String file : recorded.written()) {
            messages.add("written to " + file);
        }
        messages.addAll(recorded.problems());
        return new Control.Switched(effective, messages);
    }

    private Set<Purpose> concerned(Set<Purpose> purposes) {
        Set<Purpose> concerned = new TreeSet<>();
        for (Purpose purpose : purposes.isEmpty() ? tool.consent().purposes() : purposes) {
            if (purpose.audience() == Audience.MAINTAINER) {
                concerned.add(purpose);
            }
        }
        return concerned;
    }

    private void remove(Set<Purpose> purposes, ConsentGate gate) {
        Pipeline pipeline = Pipeline.of(tool, surroundings, gate);
        pipeline.removeWaiting(purposes);
        pipeline.files().deletePreview();
        pipeline.files().forgetPlan();
        pipeline.identities().forgetFiles();
    }

    private static boolean describe(boolean yes, Set<Purpose> concerned, ConsentGate gate, List<String> messages) {
        boolean effective = true;
        for (Purpose purpose : concerned) {
            String name = purpose.name().toLowerCase(Locale.ROOT);
            Decision decision = gate.report().decision(purpose);
            if (decision.allows() == yes) {
                messages.add("telemetry for " + name + " is " + (yes ? "on" : "off"));
            } else {
                effective = false;
                messages.add("telemetry for " + name + " is still "
                        + decision.state().word() + ": " + decision.source() + ", " + decision.reason());
            }
        }
        return effective;
    }
}
