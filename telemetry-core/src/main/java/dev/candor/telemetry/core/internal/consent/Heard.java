package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.internal.config.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what is said. A yes where only a no counts is kept, for the report, without a meaning. */
final class Heard {
    private static final String ONLY_NO = "only a no counts here";

    private final List<Statement> statements = new ArrayList<>();
    private final List<String> diagnostics = new ArrayList<>();

    /** Someone who speaks: whether for good, the name in the status, and where a person finds it. */
    record Speaker(boolean forGood, String source, String place) {}

    void say(Speaker speaker, String key, String value, Meaning meaning, Set<Subject> subjects, Layer layer) {
        say(speaker, key, value, meaning, subjects, layer, layer.canAllow() ? "" : ONLY_NO);
    }

    /** Says it with the reason for which a yes does not count; an empty reason means that it does. */
    void say(
            Speaker speaker,
            String key,
            String value,
            Meaning meaning,
            Set<Subject> subjects,
            Layer layer,
            String yesIsVoid) {
        boolean isVoid = meaning == Meaning.YES && !yesIsVoid.isEmpty();
        String note = isVoid ? yesIsVoid : "";
        if (meaning == Meaning.UNCLEAR) {
            note = "it is neither yes nor no";
            doubt(speaker, quoted(key, value).concat(" is neither yes nor no"));
        }
        add(speaker, key, value, isVoid ? Meaning.NOTHING : meaning, subjects, layer, note);
    }

    /** Something that cannot be understood, with a reason of its own. */
    void unclear(Speaker speaker, String key, String value, Set<Subject> subjects, Layer layer, String problem) {
        doubt(speaker, key.isEmpty() ? problem : quoted(key, value).concat(": ").concat(problem));
        add(speaker, key, value, Meaning.UNCLEAR, subjects, layer, problem);
    }

    void add(
            Speaker speaker,
            String key,
            String value,
            Meaning meaning,
            Set<Subject> subjects,
            Layer layer,
            String note) {
        statements.add(new Statement(
                speaker.forGood(),
                speaker.source(),
                speaker.place(),
                key,
                Shown.of(value),
                meaning,
                subjects,
                layer,
                note));
    }

    private void doubt(Speaker speaker, String problem) {
        String where = speaker.place().isEmpty() ? speaker.source() : speaker.place();
        diagnostics.add(where.concat(": ").concat(problem).concat(", so telemetry is off"));
    }

    private static String quoted(String key, String value) {
        return Shown.of(key).concat(" = '").concat(Shown.of(value)).concat("'");
    }

    /** All statements, strongest layer first, in the order in which they were heard. */
    List<Statement> statements() {
        List<Statement> sorted = new ArrayList<>(statements.size());
        for (Layer layer : Layer.values()) {
            for (Statement each : statements) {
                if (each.layer() == layer) {
                    sorted.add(each);
                }
            }
        }
        return sorted;
    }

    List<String> diagnostics() {
        return diagnostics;
    }
}
