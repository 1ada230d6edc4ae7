package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.Content;
import dev.candor.telemetry.core.internal.config.Entry;
import dev.candor.telemetry.core.internal.config.Scope;
import java.util.List;
import java.util.Set;

/**
 * What config files no longer say.
 *
 * <p>A file that was cut at the end of a line reads as a shorter one. Where it said no before and now says nothing, the no
 * stands: only a yes takes a no back.
 */
final class RememberedStatements {
    private static final String GONE = "it said no when it was read before, and a no that is gone is no yes;"
            + " set it to yes there, or say yes by the telemetry command";

    private final PrivacyKeys keys;
    private final Heard heard;

    RememberedStatements(PrivacyKeys keys, Heard heard) {
        this.keys = keys;
        this.heard = heard;
    }

    void collect(List<RecordSource> records, List<ConfigSource> config) {
        for (ConfigSource file : config) {
            String hash = RememberedNo.fileOf(file.place());
            for (RecordSource record : records) {
                RecordedAnswer answer = record.answer();
                if (answer != null) {
                    collect(answer.remembered(), hash, file);
                }
            }
        }
    }

    private void collect(Set<RememberedNo> remembered, String hash, ConfigSource file) {
        for (RememberedNo each : remembered) {
            // A file in doubt forbids everything already.
            if (each.file().equals(hash) && !(file.content() instanceof Content.Refused)) {
                say(each.key(), file);
            }
        }
    }

    private void say(String key, ConfigSource file) {
        if (speaksFor(key, file)) {
            return;
        }
        boolean everything = key.equals(RememberedNo.ALL) || KillSwitch.is(key);
        Set<Subject> subjects = everything ? PrivacyKeys.ALL : keys.concernedByNearest(key);
        Layer layer = everything ? Layer.KILL_SWITCH : Layer.FILES;
        heard.add(
                FileStatements.speaker(file, 0),
                everything && !KillSwitch.is(key) ? "" : key,
                "",
                Meaning.UNCLEAR,
                subjects,
                file.scope() == Scope.POLICY ? Layer.POLICY : layer,
                GONE);
    }

    /** Whether the key still has a value there, so that it needs no memory. */
    private static boolean speaksFor(String key, ConfigSource file) {
        for (Entry each : file.entries()) {
            if (each.kind() != Entry.Kind.NOTHING
                    && RememberedNo.keyOf(each.key()).equals(key)) {
                return each.kind() != Entry.Kind.SCALAR || Meaning.of(each.text()) != Meaning.NOTHING;
            }
        }
        return false;
    }
}
