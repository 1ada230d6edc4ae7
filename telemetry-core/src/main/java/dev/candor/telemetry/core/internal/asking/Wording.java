package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.recording.Recorded;
import java.io.PrintStream;
import java.util.Map;

/** What people are told, always on standard error: standard output belongs to the program. */
final class Wording {

    private final ConsentRules rules;
    private final PrintStream err;

    Wording(ConsentRules rules, PrintStream err) {
        this.rules = rules;
        this.err = err;
    }

    void notice() {
        if (!rules.notice().isEmpty()) {
            err.println(rules.notice());
        }
        err.flush();
    }

    void question(Purpose purpose) {
        err.print("May " + rules.tool() + " send " + what(purpose) + "? [y/N] ");
        err.flush();
    }

    /** Ends a line on which no answer was given. */
    void noAnswer() {
        err.println();
    }

    void countdown(long seconds) {
        err.print("\r" + rules.tool() + " goes on in " + seconds + " s. Enter: now. yes or no and Enter: decide. ");
        err.flush();
    }

    void outcome(Recorded recorded) {
        StringBuilder line = new StringBuilder();
        for (Map.Entry<Purpose, Answer> each : recorded.answers().entrySet()) {
            line.append(line.length() == 0 ? "" : ", ");
            line.append(word(each.getKey())).append(each.getValue().yes() ? ": yes" : ": no");
        }
        err.println(
                recorded.kept() ? line + " (recorded in " + recorded.written().get(0) + ")" : line.toString());
        for (String problem : recorded.problems()) {
            err.println(problem);
        }
        err.flush();
    }

    private static String what(Purpose purpose) {
        return switch (purpose) {
            case USAGE -> "usage statistics";
            case ERRORS -> "reports of its own errors";
            case TRACES -> "traces";
            case METRICS -> "metrics";
            case LOGS -> "logs";
        };
    }

    private static String word(Purpose purpose) {
        return purpose == Purpose.USAGE ? "Usage statistics" : "Error reports";
    }
}
