package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.Spelling;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What environment variables say, also those that are nearly right. */
final class EnvironmentStatements {
    private static final String DO_NOT_TRACK = "DO_NOT_TRACK";
    private static final String SDK_DISABLED = "OTEL_SDK_DISABLED";
    private static final String ZERO_IS_NOTHING = "for this tool it only counts when it says 1";

    /** What people write who believe that the tool's switch is called so. */
    private static final String[] GUESSES = {
        "TELEMETRY",
        "DISABLE_TELEMETRY",
        "TELEMETRY_DISABLED",
        "NO_TELEMETRY",
        "TELEMETRY_OPTOUT",
        "TELEMETRY_OPT_OUT",
        "DISABLE_TRACKING",
        "NO_TRACKING",
        "NO_ANALYTICS",
        "DISABLE_ANALYTICS"
    };

    private final ConsentRules rules;
    private final Map<String, String> environment;
    private final Heard heard;
    private final String prefix;
    private final Map<String, Set<Subject>> known = new LinkedHashMap<>();

    EnvironmentStatements(ConsentRules rules, Map<String, String> environment, Heard heard) {
        this.rules = rules;
        this.environment = environment;
        this.heard = heard;
        this.prefix = rules.environmentPrefix().concat("_");
    }

    void collect(PrivacyKeys keys) {
        doNotTrack(prefix.concat(DO_NOT_TRACK), rules.ownDoNotTrackZeroMeansYes());
        doNotTrack(DO_NOT_TRACK, rules.doNotTrackZeroMeansYes());
        say(prefix.concat("ENABLE_TELEMETRY"), PrivacyKeys.MAINTAINER, Layer.ENVIRONMENT);
        for (Map.Entry<String, Set<Subject>> each : keys.subjects().entrySet()) {
            say(rules.variableOf(each.getKey()), each.getValue(), Layer.ENVIRONMENT);
        }
        String kill = KillSwitch.KEY.toUpperCase(Locale.ROOT);
        say(kill, PrivacyKeys.ALL, Layer.KILL_SWITCH);
        say(prefix.concat(kill), PrivacyKeys.ALL, Layer.KILL_SWITCH);
        if (!rules.section().isEmpty()) {
            say(
                    rules.variableOf(rules.section().concat(".").concat(KillSwitch.KEY)),
                    PrivacyKeys.ALL,
                    Layer.KILL_SWITCH);
        }
        if (rules.openTelemetrySwitch()) {
            say(prefix.concat("ENABLE_OPENTELEMETRY"), PrivacyKeys.OWNER, Layer.ENVIRONMENT);
        }
        misspelt();
    }

    /** Whether {@code OTEL_SDK_DISABLED} forbids the owner's OTLP routes: anything but no, unless it is empty. */
    boolean openTelemetryDisabled() {
        String value = environment.get(SDK_DISABLED);
        Meaning meaning = value == null ? Meaning.NOTHING : Meaning.of(value);
        if (value == null || meaning == Meaning.NOTHING) {
            return false;
        }
        boolean disabled = meaning != Meaning.NO;
        heard.add(
                speaker(SDK_DISABLED),
                SDK_DISABLED,
                value,
                disabled ? Meaning.NO : Meaning.NOTHING,
                Set.of(),
                Layer.ENVIRONMENT,
                disabled ? "OTLP routes of whoever runs the tool are off" : "it never switches anything on");
        return disabled;
    }

    private void doNotTrack(String name, boolean zeroMeansYes) {
        known.put(name, PrivacyKeys.MAINTAINER);
        String value = environment.get(name);
        if (value != null) {
            heard.say(
                    speaker(name),
                    name,
                    value,
                    Meaning.of(value).reversed(),
                    PrivacyKeys.MAINTAINER,
                    Layer.ENVIRONMENT,
                    zeroMeansYes ? "" : ZERO_IS_NOTHING);
        }
    }

    private void say(String name, Set<Subject> subjects, Layer layer) {
        known.put(name, subjects);
        String value = environment.get(name);
        if (value != null) {
            heard.say(speaker(name), name, value, Meaning.of(value), subjects, layer);
        }
    }

    private void misspelt() {
        for (Map.Entry<String, String> each : environment.entrySet()) {
            String name = each.getKey();
            if (known.containsKey(name) || each.getValue().isBlank()) {
                continue;
            }
            String meant = meantBy(name);
            if (meant != null) {
                Set<Subject> subjects = known.getOrDefault(meant, PrivacyKeys.MAINTAINER);
                Layer layer = subjects == PrivacyKeys.ALL ? Layer.KILL_SWITCH : Layer.ENVIRONMENT;
                String problem =
                        "this name is not known (did you mean ".concat(meant).concat("?)");
                heard.unclear(speaker(name), name, each.getValue(), subjects, layer, problem);
            }
        }
    }

    private @Nullable String meantBy(String name) {
        if (name.startsWith(prefix)) {
            String rest = name.substring(prefix.length());
            for (String each : GUESSES) {
                if (rest.equals(each)) {
                    return prefix.concat("ENABLE_TELEMETRY");
                }
            }
        }
        for (String each : known.keySet()) {
            if (sharesLetters(name, each) && isSlip(name, each)) {
                return each;
            }
        }
        return null;
    }

    /** Whether two slips at most could lie between two names, told from their letters alone. */
    private static boolean sharesLetters(String name, String meant) {
        if (Math.abs(name.length() - meant.length()) > 2) {
            return false;
        }
        int[] counts = new int[128];
        for (int i = 0; i < meant.length(); i++) {
            counts[meant.charAt(i)]++;
        }
        int foreign = 0;
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            int letter = each >= 'a' && each <= 'z' ? each - 32 : each;
            foreign += letter < 128 && counts[letter]-- > 0 ? 0 : 1;
        }
        return foreign <= 2;
    }

    /** Another tool's variable differs in its first part, which is no slip; so the first part has to be right. */
    private boolean isSlip(String name, String meant) {
        if (meant.startsWith(prefix)) {
            return name.startsWith(prefix)
                    && Spelling.isNear(name.substring(prefix.length()), meant.substring(prefix.length()));
        }
        return meant.contains("__") ? Spelling.isOneSlip(name, meant) : Spelling.isNear(name, meant);
    }

    private static Heard.Speaker speaker(String name) {
        return new Heard.Speaker(false, "env:".concat(name), "");
    }
}
