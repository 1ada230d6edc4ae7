package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The config keys that decide, whom each concerns, and what else somebody may have meant by them. */
final class PrivacyKeys {
    static final Set<Subject> ALL = new TreeSet<>(List.of(Subject.values()));
    static final Set<Subject> MAINTAINER = Subject.of(Audience.MAINTAINER);
    static final Set<Subject> OWNER = Subject.of(Audience.OWNER);

    private final ConsentRules rules;
    private final Map<String, Set<Subject>> subjects = new LinkedHashMap<>();

    PrivacyKeys(ConsentRules rules) {
        this.rules = rules;
        subjects.put(rules.consentKey(), MAINTAINER);
        if (!rules.purposeKeys().isEmpty()) {
            addPurposeKeys();
        }
    }

    private void addPurposeKeys() {
        for (Map.Entry<Purpose, String> each : rules.purposeKeys().entrySet()) {
            Set<Subject> more = new TreeSet<>(List.of(Subject.of(each.getKey())));
            Set<Subject> already = subjects.put(each.getValue(), more);
            if (already != null) {
                more.addAll(already);
            }
        }
    }

    /** The consent keys and whom each concerns. */
    Map<String, Set<Subject>> subjects() {
        return subjects;
    }

    /** Whom a key concerns; null when it is none of these. */
    @Nullable
    Set<Subject> concernedBy(String key) {
        return subjects.get(key);
    }

    /** Whether a key is a privacy key. */
    boolean isKnown(String key) {
        return KillSwitch.is(key) || subjects.containsKey(key);
    }

    /** Whom a privacy key concerns, or the one that is nearly it; every MAINTAINER purpose where there is none. */
    Set<Subject> concernedByNearest(String key) {
        String meant = subjects.containsKey(key) ? key : meantBy(key);
        Set<Subject> concerned = meant == null ? null : subjects.get(meant);
        if (concerned != null) {
            return concerned;
        }
        return KillSwitch.KEY.equals(meant) ? ALL : MAINTAINER;
    }

    /** The name, with its section, that somebody meant who wrote a name for which {@link #meantBy} knows one. */
    String rightNameOf(String misspelt) {
        String meant = meantBy(misspelt);
        return meant == null || meant.equals(KillSwitch.KEY)
                ? misspelt.substring(0, misspelt.lastIndexOf('.') + 1).concat(KillSwitch.KEY)
                : meant;
    }

    /** Those of some subjects that the tool has. */
    Set<Subject> ofTheTool(Set<Subject> some) {
        Set<Subject> present = new TreeSet<>();
        for (Subject each : some) {
            if (rules.purposes().contains(each.purpose())) {
                present.add(each);
            }
        }
        return present;
    }

    /** The privacy key that somebody meant who wrote another; null when it is not near to any. */
    @Nullable
    String meantBy(String key) {
        if (rules.otherKeys().contains(key)) {
            return null;
        }
        if (Spelling.isNear(last(key), KillSwitch.KEY)) {
            return KillSwitch.KEY;
        }
        String nearest = Spelling.nearest(key, subjects.keySet());
        if (nearest != null) {
            return nearest;
        }
        for (String each : subjects.keySet()) {
            if (isMisplaced(key, each)) {
                return each;
            }
        }
        return null;
    }

    /** Whether the name is right, or nearly, and only the section is missing or another of the tool's. */
    private boolean isMisplaced(String key, String known) {
        int knownDot = known.lastIndexOf('.');
        String name = known.substring(knownDot + 1);
        int dot = key.lastIndexOf('.');
        if (!Spelling.isNear(key.substring(dot + 1), name)) {
            return false;
        }
        if (dot < 0) {
            return knownDot >= 0;
        }
        String section = key.substring(0, dot);
        return section.equals(rules.section())
                || section.equals(rules.tool())
                || (knownDot >= 0 && Spelling.isNear(section, known.substring(0, knownDot)));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
