package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.Content;
import dev.candor.telemetry.core.internal.config.Entry;
import dev.candor.telemetry.core.internal.config.Scope;
import java.util.Set;

/** What config files say. */
final class FileStatements {
    private static final String PROJECT_YES = "a project cannot consent for a person";
    private static final String POLICY_YES = "only a no counts here";

    /** {@code true} may be the beginning of more. */
    private static final String CUT = "its line does not end, so there may have been more";

    private final PrivacyKeys keys;
    private final Heard heard;

    FileStatements(PrivacyKeys keys, Heard heard) {
        this.keys = keys;
        this.heard = heard;
    }

    void collect(ConfigSource file) {
        if (file.content() instanceof Content.Refused refused) {
            // It may have held the kill switch, so it counts as one.
            heard.unclear(
                    speaker(file, refused.line()),
                    "",
                    "",
                    PrivacyKeys.ALL,
                    layer(file, Layer.KILL_SWITCH),
                    refused.problem());
            return;
        }
        if (file.scope() == Scope.POLICY && file.mayBeCut()) {
            heard.unclear(speaker(file, 0), "", "", PrivacyKeys.ALL, Layer.POLICY, "it does not end with a whole line");
        }
        for (Entry each : file.entries()) {
            entry(file, each);
        }
    }

    private void entry(ConfigSource file, Entry entry) {
        Heard.Speaker speaker = speaker(file, entry.line());
        Set<Subject> subjects = keys.concernedBy(entry.key());
        if (KillSwitch.is(entry.key())) {
            value(file, speaker, entry, PrivacyKeys.ALL, layer(file, Layer.KILL_SWITCH));
        } else if (subjects != null) {
            value(file, speaker, entry, subjects, layer(file, Layer.FILES));
        } else {
            misspelt(file, speaker, entry);
        }
    }

    private void value(ConfigSource file, Heard.Speaker speaker, Entry entry, Set<Subject> subjects, Layer layer) {
        if (entry.kind() == Entry.Kind.OTHER) {
            heard.unclear(speaker, entry.key(), "", subjects, layer, "it is no single value");
        } else if (entry.kind() == Entry.Kind.NOTHING) {
            heard.add(speaker, entry.key(), "", Meaning.NOTHING, subjects, layer, "it has no value");
        } else if (file.mayBeCutAt(entry.line()) && Meaning.of(entry.text()) == Meaning.YES) {
            heard.unclear(speaker, entry.key(), entry.text(), subjects, layer, CUT);
        } else {
            String yesIsVoid = !layer.canAllow() ? POLICY_YES : file.scope() == Scope.PROJECT ? PROJECT_YES : "";
            heard.say(speaker, entry.key(), entry.text(), Meaning.of(entry.text()), subjects, layer, yesIsVoid);
        }
    }

    /** What a privacy key's value means, before it is asked whether it counts there. */
    static Meaning meaning(ConfigSource file, Entry entry) {
        if (entry.kind() != Entry.Kind.SCALAR) {
            return entry.kind() == Entry.Kind.OTHER ? Meaning.UNCLEAR : Meaning.NOTHING;
        }
        Meaning meaning = Meaning.of(entry.text());
        return meaning == Meaning.YES && file.mayBeCutAt(entry.line()) ? Meaning.UNCLEAR : meaning;
    }

    private void misspelt(ConfigSource file, Heard.Speaker speaker, Entry entry) {
        String meant = keys.meantBy(entry.key());
        if (meant == null) {
            return;
        }
        boolean kill = meant.equals(KillSwitch.KEY);
        Set<Subject> subjects = keys.concernedBy(meant);
        Layer layer = layer(file, kill ? Layer.KILL_SWITCH : Layer.FILES);
        String problem = "this key is not known (did you mean ".concat(meant).concat("?)");
        heard.unclear(
                speaker,
                entry.key(),
                entry.text(),
                kill || subjects == null ? PrivacyKeys.ALL : subjects,
                layer,
                problem);
    }

    private static Layer layer(ConfigSource file, Layer otherwise) {
        return file.scope() == Scope.POLICY ? Layer.POLICY : otherwise;
    }

    static Heard.Speaker speaker(ConfigSource file, int line) {
        String place = file.at(line);
        if (file.scope() == Scope.POLICY) {
            return new Heard.Speaker(true, "policy", place);
        }
        boolean user = file.scope() == Scope.USER;
        return new Heard.Speaker(user, user ? "file:user" : "file:project", place);
    }
}
