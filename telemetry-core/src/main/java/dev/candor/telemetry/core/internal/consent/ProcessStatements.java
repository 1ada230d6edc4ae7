package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.Spelling;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tool's code, its host, the command line and system properties say. They can only forbid. */
final class ProcessStatements {
    private final ConsentRules rules;
    private final Map<String, String> properties;
    private final Heard heard;

    ProcessStatements(ConsentRules rules, Map<String, String> properties, Heard heard) {
        this.rules = rules;
        this.properties = properties;
        this.heard = heard;
    }

    void collect(Invocation invocation) {
        String start = rules.tool().concat(".");
        String switchName = start.concat("telemetry");
        String hostName = switchName.concat(".host");
        String killName = start.concat(KillSwitch.KEY);
        if (invocation.disabledInCode()) {
            speak(
                    "code",
                    "",
                    Meaning.NO,
                    PrivacyKeys.ALL,
                    Layer.KILL_SWITCH,
                    "the tool's code switched everything off");
        }
        property(KillSwitch.KEY, PrivacyKeys.ALL, Layer.KILL_SWITCH);
        property(killName, PrivacyKeys.ALL, Layer.KILL_SWITCH);
        if (rules.embedded()) {
            host(invocation.host(), hostName);
        }
        if (invocation.disableFlag()) {
            speak("flag", "--disable-telemetry", Meaning.NO, PrivacyKeys.MAINTAINER, Layer.INVOCATION, "");
        }
        property(switchName, PrivacyKeys.MAINTAINER, Layer.INVOCATION);
        misspelt(start, switchName, killName, hostName);
    }

    private void host(@Nullable Boolean word, String hostName) {
        Heard.Speaker speaker = new Heard.Speaker(false, "host", "");
        String value = properties.getOrDefault(hostName, "");
        Meaning property = Meaning.of(value);
        if (word != null) {
            heard.say(
                    speaker,
                    "host",
                    word.toString(),
                    word ? Meaning.YES : Meaning.NO,
                    PrivacyKeys.ALL,
                    Layer.KILL_SWITCH);
        }
        if (property != Meaning.NOTHING) {
            heard.say(speaker, hostName, value, property, PrivacyKeys.ALL, Layer.KILL_SWITCH);
        } else if (word == null) {
            speak(
                    "host",
                    "",
                    Meaning.NO,
                    PrivacyKeys.MAINTAINER,
                    Layer.KILL_SWITCH,
                    "the application around this library has not allowed it");
        }
    }

    private void property(String name, Set<Subject> subjects, Layer layer) {
        String value = properties.get(name);
        if (value != null) {
            heard.say(speaker(name), name, value, Meaning.of(value), subjects, layer);
        }
    }

    private void misspelt(String start, String switchName, String killName, String hostName) {
        for (Map.Entry<String, String> each : properties.entrySet()) {
            String name = each.getKey();
            boolean known = name.equals(switchName) || name.equals(killName) || name.equals(hostName);
            if (known
                    || !name.regionMatches(true, 0, start, 0, start.length())
                    || each.getValue().isBlank()) {
                continue;
            }
            if (Spelling.isNear(name, killName)) {
                misspelt(each, killName, PrivacyKeys.ALL, Layer.KILL_SWITCH);
            } else if (Spelling.isNear(name, switchName)) {
                misspelt(each, switchName, PrivacyKeys.MAINTAINER, Layer.INVOCATION);
            }
        }
    }

    private void misspelt(Map.Entry<String, String> property, String meant, Set<Subject> subjects, Layer layer) {
        String problem = "this name is not known (did you mean ".concat(meant).concat("?)");
        heard.unclear(speaker(property.getKey()), property.getKey(), property.getValue(), subjects, layer, problem);
    }

    private void speak(String source, String key, Meaning meaning, Set<Subject> subjects, Layer layer, String note) {
        heard.add(new Heard.Speaker(false, source, ""), key, "", meaning, subjects, layer, note);
    }

    private static Heard.Speaker speaker(String name) {
        return new Heard.Speaker(false, "property:".concat(name), "");
    }
}
