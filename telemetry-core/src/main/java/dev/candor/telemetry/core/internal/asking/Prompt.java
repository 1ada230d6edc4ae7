package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.Purpose;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts one question for each purpose. The answer is no unless it is plainly yes. */
final class Prompt {

    private final Wording wording;
    private final AnswerLine line;
    private final Duration patience;

    /** @param patience for each question, after which the answer is no */
    Prompt(Wording wording, AnswerLine line, Duration patience) {
        this.wording = wording;
        this.line = line;
        this.patience = patience;
    }

    Map<Purpose, Boolean> ask(Set<Purpose> purposes) {
        Map<Purpose, Boolean> answers = new TreeMap<>();
        wording.notice();
        boolean there = true;
        for (Purpose purpose : purposes) {
            boolean yes = false;
            if (there) {
                wording.question(purpose);
                String answer = line.read(patience);
                // Whoever ended the input, or is not there, is not asked the next question.
                there = answer != null;
                yes = answer != null && isYes(answer);
                if (!there) {
                    wording.noAnswer();
                }
            }
            answers.put(purpose, yes);
        }
        return answers;
    }

    static boolean isYes(String answer) {
        String folded = answer.trim().toLowerCase(Locale.ROOT);
        return folded.equals("y") || folded.equals("yes");
    }

    static boolean isNo(String answer) {
        String folded = answer.trim().toLowerCase(Locale.ROOT);
        return folded.equals("n") || folded.equals("no");
    }
}
