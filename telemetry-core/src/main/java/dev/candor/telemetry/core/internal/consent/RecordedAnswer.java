package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Purpose;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person answered, and whether they were shown the notice: the one file there may be before consent.
 *
 * <p>It is kept as {@value #FILE_NAME} in the tool's folder. {@link RecordFormat} says how.
 *
 * @param answers by purpose; a purpose that was not asked is not there
 * @param notice when the notice was shown, if it was
 * @param remembered every no that was seen in a config file and not taken back since
 */
public record RecordedAnswer(
        Map<Purpose, Answer> answers, Optional<NoticeShown> notice, SortedSet<RememberedNo> remembered) {

    /** The file's name. */
    public static final String FILE_NAME = "telemetry-consent";

    /** Nothing answered and nothing shown. */
    public static final RecordedAnswer NONE = new RecordedAnswer(Map.of(), Optional.empty(), new TreeSet<>());

    /** How an answer was given. */
    public enum How {
        /** At the question. */
        PROMPT,
        /** During the countdown of a blocking notice. */
        COUNTDOWN,
        /** By the telemetry command. */
        COMMAND,
        /** By {@code --disable-telemetry} or {@code --enable-telemetry}. */
        FLAG,
        /** When the tool was installed. */
        INSTALLER,
        /** By code of the tool. */
        CODE
    }

    /**
     * One answer.
     *
     * @param yes what was said
     * @param at when, in whole seconds
     * @param noticeVersion the version of the notice that was answered
     * @param how how it was given
     */
    public record Answer(boolean yes, Instant at, int noticeVersion, How how) {}

    /**
     * The notice was shown.
     *
     * @param version its version
     * @param at when, in whole seconds
     * @param onTerminal whether on a terminal; otherwise in a log, after which the grace has to pass
     */
    public record NoticeShown(int version, Instant at, boolean onTerminal) {}

    /** Copies the collections. */
    public RecordedAnswer {
        Map<Purpose, Answer> copy = new TreeMap<>();
        copy.putAll(answers);
        answers = Collections.unmodifiableMap(copy);
        remembered = Collections.unmodifiableSortedSet(new TreeSet<>(remembered));
    }

    /** The same with one more answer, which takes the place of an earlier one. */
    public RecordedAnswer with(Purpose purpose, Answer answer) {
        Map<Purpose, Answer> more = new TreeMap<>();
        more.putAll(answers);
        more.put(purpose, answer);
        return new RecordedAnswer(more, notice, remembered);
    }

    /** The same with the notice shown. */
    public RecordedAnswer with(NoticeShown shown) {
        return new RecordedAnswer(answers, Optional.of(shown), remembered);
    }

    /** The same with another memory of what config files said. */
    public RecordedAnswer remembering(SortedSet<RememberedNo> nos) {
        return new RecordedAnswer(answers, notice, nos);
    }

    /** Whether any record remembers anything. */
    public static boolean anyRemembered(List<RecordSource> records) {
        for (RecordSource each : records) {
            RecordedAnswer answer = each.answer();
            if (answer != null && !answer.remembered.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
