package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which environment variables are meant for a backend and set up none.
 *
 * <p>A config file is the tool's alone. What a section's variables begin with, such as {@code RUNTIME__}, may also be another program's,
 * so that less is named here: a slip of a known name, and a key, an address or an id of a backend that is here or of a well-known service.
 */
final class ForeignVariables {
    private final ConsentRules rules;
    /** With its full stop; empty for the top level. */
    private final String section;

    private final Collection<String> backends;
    /** The settings of the backends that are here, by their variables. */
    private final Map<String, String> known = new HashMap<>();

    private final Set<String> others = new HashSet<>();

    ForeignVariables(ConsentRules rules, Collection<String> knownKeys, Collection<String> backends) {
        this.rules = rules;
        this.section = rules.section().isEmpty() ? "" : rules.section().concat(".");
        this.backends = backends;
        for (String key : knownKeys) {
            known.put(rules.variableOf(key), key);
        }
        for (String key : rules.otherKeys()) {
            others.add(rules.variableOf(key));
        }
    }

    /** One line for each of them, without its value. */
    List<String> lines(Map<String, String> environment) {
        String start = rules.variableOf(section);
        List<String> lines = new ArrayList<>();
        for (String variable : new TreeSet<>(environment.keySet())) {
            boolean ours = variable.startsWith(start) && !known.containsKey(variable) && !others.contains(variable);
            String about = ours ? about(variable.substring(start.length()).toLowerCase(Locale.ROOT)) : null;
            String value = about == null ? null : environment.get(variable);
            if (value != null && !value.isBlank()) {
                lines.add("env:" + Shown.of(variable) + " " + about);
            }
        }
        return lines;
    }

    private @Nullable String about(String name) {
        String meant = Spelling.nearest(section.concat(name), known.values());
        if (meant != null) {
            return "is not known; did you mean " + rules.variableOf(meant) + "?";
        }
        if (!ForeignKeys.isKeyOrAddress(name)) {
            return null;
        }
        for (String backend : backends) {
            List<String> there = settingsOf(backend);
            if (!section.isEmpty() && name.startsWith(backend + "_") && !there.isEmpty()) {
                return "is no setting of " + backend + "; there is " + String.join(", ", there);
            }
        }
        return ForeignKeys.isOfAService(name)
                ? "belongs to no backend that is here; there is "
                        + (backends.isEmpty() ? "none" : String.join(", ", backends))
                : null;
    }

    private List<String> settingsOf(String backend) {
        String start = rules.variableOf(section.concat(backend).concat("_"));
        return known.keySet().stream()
                .filter(each -> each.startsWith(start))
                .sorted()
                .toList();
    }
}
