package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.Config;
import dev.candor.telemetry.core.internal.discovery.Discovery;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What somebody meant to set up and did not: one line for each mistake. */
final class SettingsCheck {
    private SettingsCheck() {}

    /** The mistakes in a config, and in what the tool's code names. */
    static List<String> lines(ConsentRules rules, Config config, Discovery discovery, RoutePlan plan) {
        Set<String> known = new LinkedHashSet<>();
        for (Discovery.Found found : discovery.backends().values()) {
            addKeys(rules, found.spec(), known);
        }
        List<String> lines = new ArrayList<>(config.misspelt(known));
        Set<String> backends = new TreeSet<>(discovery.backends().keySet());
        lines.addAll(config.foreign(known, backends));
        lines.addAll(config.foreignVariables(known, backends));
        lines.addAll(config.repeated(known));
        lines.addAll(config.ignored(known));
        for (RoutePlan.Note note : plan.notes()) {
            if (note.state().equals("missing") || note.state().equals("broken")) {
                lines.add("backend " + note.backend() + " is not used: " + note.reason());
            }
        }
        return lines;
    }

    /** The line for a destination whose settings its backend refuses. */
    static String line(Destination destination, String problem) {
        return "backend ".concat(destination.backend()).concat(" is off: ").concat(problem);
    }

    private static void addKeys(ConsentRules rules, BackendSpec spec, Set<String> known) {
        for (Setting setting : spec.settings()) {
            known.add(rules.settingKey(spec.name() + "_" + setting.name()));
        }
    }
}
