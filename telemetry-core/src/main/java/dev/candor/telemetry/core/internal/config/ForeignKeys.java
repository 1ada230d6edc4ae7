package dev.candor.telemetry.core.internal.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells which keys of a config file are meant for a backend that is not here.
 *
 * <p>The tool's own keys may stand beside them, so that only what cannot well be anything else is named: a setting of a backend that
 * has others, an address or write key, a key of a well-known service, and such a service's or a backend's name as the choice of a backend.
 */
final class ForeignKeys {
    /** Services for usage or errors that somebody may take for a backend. */
    private static final String[] SERVICES = {
        "mixpanel",
        "amplitude",
        "matomo",
        "rudderstack",
        "snowplow",
        "countly",
        "umami",
        "pendo",
        "google_analytics",
        "bugsnag",
        "rollbar",
        "raygun",
        "airbrake",
        "honeybadger",
        "appsignal",
        "applicationinsights",
        "datadog",
        "newrelic",
        "new_relic",
        "honeycomb",
        "dynatrace",
        "splunk",
        "glitchtip"
    };

    private static final String[] SECRETS = {
        "_key", "_token", "_dsn", "_url", "_host", "_endpoint", "_id", "_secret", "_connection_string"
    };
    private static final String[] ADDRESSES = {"_dsn", "_write_key", "_endpoint"};
    private static final String[] CHOICES = {"backend", "backends", "exporter", "exporters", "telemetry_backend"};

    private final String section;
    private final Collection<String> knownKeys;
    private final Collection<String> backends;

    /**
     * Looks for keys beside the known ones.
     *
     * @param section where destinations are set up; empty for the top level, where any of the tool's own keys may look like a backend's
     */
    ForeignKeys(String section, Collection<String> knownKeys, Collection<String> backends) {
        this.section = section;
        this.knownKeys = List.copyOf(knownKeys);
        this.backends = List.copyOf(backends);
    }

    /** What is to be said about an entry, or null. */
    @Nullable
    String about(Entry entry) {
        String key = entry.key();
        String name = nameOf(key);
        if (name == null) {
            return null;
        }
        if (isOne(name, CHOICES)) {
            return aboutChoice(key, entry.text());
        }
        if (!section.isEmpty()) {
            for (String backend : backends) {
                List<String> there = name.startsWith(backend + "_") ? settingsOf(backend) : List.of();
                if (!there.isEmpty()) {
                    return Shown.of(key) + " is no setting of " + backend + "; there is " + String.join(", ", there);
                }
            }
        }
        boolean foreign = (!section.isEmpty() && endsWith(name, ADDRESSES)) || isOfAService(name);
        return foreign ? Shown.of(key) + " belongs to no backend that is here; there is " + all() : null;
    }

    /** A choice of something that cannot be a backend is the tool's own. */
    private @Nullable String aboutChoice(String key, String value) {
        String chosen = value.trim().toLowerCase(Locale.ROOT);
        if (backends.contains(chosen)) {
            return Shown.of(key) + " chooses nothing; what sets up " + chosen + " is "
                    + String.join(", ", settingsOf(chosen));
        }
        return isOne(chosen, SERVICES)
                ? Shown.of(key) + " names " + Shown.of(chosen) + ", which is no backend that is here; there is " + all()
                : null;
    }

    private @Nullable String nameOf(String key) {
        String start = section.isEmpty() ? "" : section.concat(".");
        if (!key.startsWith(start)) {
            return null;
        }
        return section.isEmpty() && key.indexOf('.') >= 0 ? null : key.substring(start.length());
    }

    private List<String> settingsOf(String backend) {
        String start = (section.isEmpty() ? "" : section + ".") + backend + "_";
        List<String> found = new ArrayList<>();
        for (String key : knownKeys) {
            if (key.startsWith(start)) {
                found.add(key);
            }
        }
        return found;
    }

    private String all() {
        return backends.isEmpty() ? "none" : String.join(", ", backends);
    }

    /** Whether a setting's name is a well-known service's, and what only one that sends there needs. */
    static boolean isOfAService(String name) {
        for (String service : SERVICES) {
            if (name.startsWith(service + "_")) {
                return isKeyOrAddress(name);
            }
        }
        return false;
    }

    /** Whether a setting's name ends as those of keys, addresses and ids do. */
    static boolean isKeyOrAddress(String name) {
        return endsWith(name, SECRETS);
    }

    private static boolean isOne(String name, String[] names) {
        for (String each : names) {
            if (each.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(String name, String[] endings) {
        for (String each : endings) {
            if (name.endsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
