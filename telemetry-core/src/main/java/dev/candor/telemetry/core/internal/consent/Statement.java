package dev.candor.telemetry.core.internal.consent;

import java.util.Set;

/**
 * One thing that was heard about consent.
 *
 * @param origin the kind of source
 * @param source as in the status: {@code env:DO_NOT_TRACK}, {@code file:user}, {@code policy}
 * @param place where a person finds it: a file with its line, or empty
 * @param key the variable, property or config key
 * @param rawValue as it was written, shortened and printable
 * @param meaning what it says
 * @param subjects whom it concerns
 * @param layer how strong it is
 * @param note why it says that, or why it has no effect; may be empty
 */
public record Statement(
        Origin origin,
        String source,
        String place,
        String key,
        String rawValue,
        Meaning meaning,
        Set<Subject> subjects,
        Layer layer,
        String note) {

    /** Copies the subjects. */
    public Statement {
        subjects = Set.copyOf(subjects);
    }

    /** Whether it counts for a subject. */
    public boolean concerns(Subject subject) {
        return meaning != Meaning.NOTHING && subjects.contains(subject);
    }

    /** Whether it is a person's or an administrator's lasting no, as against one for this run or this project. */
    public boolean isLastingNo() {
        return meaning == Meaning.NO
                && (origin == Origin.RECORD || origin == Origin.USER_FILE || origin == Origin.POLICY);
    }
}
