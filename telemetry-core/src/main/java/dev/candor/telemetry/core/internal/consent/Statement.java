package dev.candor.telemetry.core.internal.consent;

import java.util.Set;

/**
 * One thing that was heard about consent.
 *
 * @param forGood whether it comes from where people and administrators decide for good, not for a run or a project
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
        boolean forGood,
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
        return forGood && meaning == Meaning.NO;
    }

    /** Whether a key of a config file says it, and it forbids. */
    boolean isNoOfConfig() {
        boolean file = source.startsWith("file:") || source.equals("policy");
        return file && meaning.forbids() && !key.isEmpty() && !key.startsWith(RecordStatements.KEY);
    }

    /** In words, why it decided. */
    String reason() {
        StringBuilder reason = new StringBuilder(96);
        if (!key.isEmpty()) {
            reason.append(key);
            if (!rawValue.isEmpty()) {
                reason.append(" is '").append(rawValue).append('\'');
            }
        }
        if (!place.isEmpty()) {
            reason.append(reason.length() == 0 ? "" : " in ").append(place);
        }
        if (!note.isEmpty()) {
            reason.append(reason.length() == 0 ? "" : ": ").append(note);
        }
        return reason.length() == 0 ? source : reason.toString();
    }
}
