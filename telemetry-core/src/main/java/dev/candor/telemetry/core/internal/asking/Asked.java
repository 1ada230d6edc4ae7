package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import java.util.Map;

/**
 * What came of asking.
 *
 * @param answers what was answered; it holds in this run already
 * @param told whether the notice was shown in this run, which therefore sends nothing of what is on by default
 * @param nobody why nobody could be asked or told though it was due; empty otherwise
 */
public record Asked(Map<Purpose, Answer> answers, boolean told, String nobody) {

    static final Asked NOT_DUE = new Asked(Map.of(), false, "");
    static final Asked TOLD = new Asked(Map.of(), true, "");

    /** Copies the answers. */
    public Asked {
        answers = Map.copyOf(answers);
    }

    static Asked nobody(String why) {
        return new Asked(Map.of(), false, why);
    }

    /** Whether it was due and nobody could be asked or told: what is undecided is then off in this run. */
    public boolean nobodyThere() {
        return !nobody.isEmpty();
    }
}
