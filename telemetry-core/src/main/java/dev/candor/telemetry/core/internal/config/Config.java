package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.spi.SettingValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of destinations: the environment first, then the project's file where the tool allows it, then the user's.
 *
 * <p>Immutable.
 */
public final class Config {
    private final ConsentRules rules;
    private final Map<String, String> environment;
    private final List<ConfigSource> sources;

    private Config(ConsentRules rules, Map<String, String> environment, List<ConfigSource> sources) {
        this.rules = rules;
        this.environment = environment;
        this.sources = List.copyOf(sources);
    }

    /** Settings over what was read. */
    public static Config of(ConsentRules rules, Map<String, String> environment, List<ConfigSource> sources) {
        return new Config(rules, environment, sources);
    }

    /** The value of a config key such as {@code runtime.sentry_dsn}; nothing where it is missing or empty. */
    public Optional<SettingValue> value(String key) {
        String variable = rules.variableOf(key);
        String set = environment.get(variable);
        if (set != null && !set.isBlank()) {
            return Optional.of(new SettingValue(key, set, "env:".concat(variable)));
        }
        SettingValue inProject = rules.projectDestinations() ? inFiles(Scope.PROJECT, key, "file:project ") : null;
        return Optional.ofNullable(inProject != null ? inProject : inFiles(Scope.USER, key, "file:user "));
    }

    private @Nullable SettingValue inFiles(Scope scope, String key, String kind) {
        for (ConfigSource source : sources) {
            boolean counts = source.scope() == scope && (scope == Scope.USER || source.ownedByUser());
            Entry entry = counts ? entry(source, key) : null;
            if (entry != null) {
                return new SettingValue(key, entry.text(), kind.concat(source.at(entry.line())));
            }
        }
        return null;
    }

    private static @Nullable Entry entry(ConfigSource source, String key) {
        for (Entry each : source.entries()) {
            if (each.key().equals(key)
                    && each.kind() == Entry.Kind.SCALAR
                    && !each.text().isBlank()) {
                return each;
            }
        }
        return null;
    }

    /** One line for each key of a file, in the section of destinations, that is nearly but not quite a known one. */
    public List<String> misspelt(Collection<String> knownKeys) {
        List<String> lines = new ArrayList<>();
        for (ConfigSource source : sources) {
            for (Entry each : source.entries()) {
                String nearest = isKnown(each, knownKeys) ? null : Spelling.nearest(each.key(), knownKeys);
                if (nearest != null) {
                    lines.add(source.at(each.line()) + ": " + Shown.of(each.key()) + " is not known; did you mean "
                            + nearest + "?");
                }
            }
        }
        return lines;
    }

    private boolean isKnown(Entry entry, Collection<String> knownKeys) {
        return knownKeys.contains(entry.key()) || rules.otherKeys().contains(entry.key());
    }

    /** One line for each key in the section of destinations that is meant for a backend and is none that anybody knows. */
    public List<String> foreign(Collection<String> knownKeys, Collection<String> backends) {
        ForeignKeys foreign = new ForeignKeys(rules.section(), knownKeys, backends);
        List<String> lines = new ArrayList<>();
        for (ConfigSource source : sources) {
            for (Entry each : source.entries()) {
                boolean other = !isKnown(each, knownKeys) && Spelling.nearest(each.key(), knownKeys) == null;
                String about = other ? foreign.about(each) : null;
                if (about != null) {
                    lines.add(source.at(each.line()) + ": " + about);
                }
            }
        }
        return lines;
    }

    /** One line for each environment variable that is meant for a backend and sets up none. */
    public List<String> foreignVariables(Collection<String> knownKeys, Collection<String> backends) {
        return new ForeignVariables(rules, knownKeys, backends).lines(environment);
    }

    /** One line for each key to which two files give different values. */
    public List<String> repeated(Collection<String> knownKeys) {
        List<String> lines = new ArrayList<>();
        for (String key : knownKeys) {
            Optional<SettingValue> counts = value(key);
            if (counts.isPresent() && !counts.get().place().startsWith("env:")) {
                addOthers(key, counts.get(), lines);
            }
        }
        return lines;
    }

    private void addOthers(String key, SettingValue counts, List<String> lines) {
        for (ConfigSource source : sources) {
            Entry entry = entry(source, key);
            if (entry != null && !counts.value().equals(entry.text())) {
                lines.add(source.at(entry.line()) + ": " + key + " has another value in " + counts.place()
                        + ", which counts");
            }
        }
    }

    /** One line for each destination that a project's file names although it may not. */
    public List<String> ignored(Collection<String> knownKeys) {
        List<String> lines = new ArrayList<>();
        for (ConfigSource source : sources) {
            if (source.scope() != Scope.PROJECT || (rules.projectDestinations() && source.ownedByUser())) {
                continue;
            }
            for (Entry each : source.entries()) {
                if (knownKeys.contains(each.key())) {
                    lines.add(source.at(each.line()) + ": " + each.key() + " is ignored, since "
                            + (rules.projectDestinations()
                                    ? "the file does not belong to you"
                                    : "a project may not name destinations of " + rules.tool()));
                }
            }
        }
        return lines;
    }
}
