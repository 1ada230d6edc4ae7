package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which config keys say what was answered.
 *
 * @param values by key
 * @param whole whether the same was answered for all that the tool may ask for
 */
record ConsentKeys(Map<String, Boolean> values, boolean whole) {

    static ConsentKeys of(ConsentRules rules, Map<Purpose, Boolean> answers) {
        Map<String, Boolean> values = new LinkedHashMap<>();
        boolean whole = isWhole(rules, answers);
        for (Map.Entry<Purpose, Boolean> each : answers.entrySet()) {
            if (whole && each.getKey().audience() == Audience.MAINTAINER) {
                values.put(rules.consentKey(), each.getValue());
            }
        }
        for (Map.Entry<Purpose, Boolean> each : answers.entrySet()) {
            String key = rules.purposeKeys().get(each.getKey());
            if (key != null) {
                values.put(key, each.getValue());
            }
        }
        return new ConsentKeys(values, whole);
    }

    /** A general key that says yes to purposes which were not asked, or no to those that were allowed, would say too much. */
    private static boolean isWhole(ConsentRules rules, Map<Purpose, Boolean> answers) {
        Boolean same = null;
        for (Purpose purpose : rules.purposes()) {
            if (purpose.audience() == Audience.MAINTAINER) {
                Boolean answer = answers.get(purpose);
                if (answer == null || (same != null && !same.equals(answer))) {
                    return false;
                }
                same = answer;
            }
        }
        return same != null;
    }

    /** Whether a key may be added where it is missing: the general one, or one purpose's when only that was answered. */
    boolean mayAdd(String key, ConsentRules rules) {
        return !whole || key.equals(rules.consentKey());
    }
}
