package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of an answer.
 *
 * @param answers the answers, which hold in this run whether or not they could be kept
 * @param kept whether they are on disk
 * @param written the files that hold them now, as people write their names
 * @param problems one line for each file that should hold them and does not
 */
public record Recorded(Map<Purpose, Answer> answers, boolean kept, List<String> written, List<String> problems) {

    /** Copies the collections; the answers stay in the order of the purposes. */
    public Recorded {
        Map<Purpose, Answer> ordered = new TreeMap<>();
        ordered.putAll(answers);
        answers = Collections.unmodifiableMap(ordered);
        written = List.copyOf(written);
        problems = List.copyOf(problems);
    }
}
