package dev.candor.telemetry.core.internal.route;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.discovery.Discovery;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out the destinations.
 *
 * <p>A destination that the user named in their own config takes the place of the maintainer's whole destination where the backend
 * serves usage (their key is never mixed with the maintainer's endpoint, nor the other way round), and stands beside it where the backend
 * serves owners. Where nothing is set up, everything goes to a local preview.
 */
public final class RoutePlanner {
    /** The backend that only writes a local file. */
    public static final String PREVIEW = "preview";

    private final Discovery discovery;
    private final List<Maintainer> maintainers;
    private final SettingSource source;
    private final SipHash hash;
    private final List<Destination> destinations = new ArrayList<>();
    private final Map<String, RoutePlan.Note> notes = new TreeMap<>();

    private RoutePlanner(Discovery discovery, List<Maintainer> maintainers, SettingSource source, SipHash hash) {
        this.discovery = discovery;
        this.maintainers = maintainers;
        this.source = source;
        this.hash = hash;
    }

    /** The plan for these backends, this tool and this user. */
    public static RoutePlan plan(
            Discovery discovery, List<Maintainer> maintainers, SettingSource source, SipHash hash) {
        return new RoutePlanner(discovery, maintainers, source, hash).run();
    }

    private RoutePlan run() {
        for (Discovery.Problem problem : discovery.problems()) {
            note(problem.name(), "broken", problem.reason());
        }
        for (Discovery.Found found : new TreeMap<>(discovery.backends()).values()) {
            plan(found.spec());
        }
        for (Maintainer maintainer : maintainers) {
            if (!discovery.backends().containsKey(maintainer.backend())) {
                note(
                        maintainer.backend(),
                        "missing",
                        "the tool names this backend and its jar is not on the class path");
            }
        }
        for (WellKnown backend : WellKnown.values()) {
            noteMissingJar(backend);
        }
        if (destinations.isEmpty()) {
            destinations.add(Destination.of(
                    PREVIEW,
                    Audience.MAINTAINER,
                    true,
                    new TreeSet<>(List.of(Purpose.USAGE, Purpose.ERRORS)),
                    Map.of(),
                    hash));
        }
        return new RoutePlan(destinations, new ArrayList<>(notes.values()));
    }

    private void plan(BackendSpec spec) {
        Map<String, SettingValue> own = ownSettings(spec);
        boolean forOwners = !spec.ownerPurposes().isEmpty();
        Optional<Maintainer> maintainer = maintainerOf(spec.name());
        if (own.isEmpty() && forOwners && source.ownerSwitchedOn()) {
            own = complete(spec, withVariables(spec, own));
        }
        if (!own.isEmpty() && forOwners && isDisabled(spec)) {
            note(spec.name(), "off", "OTEL_SDK_DISABLED is set");
        } else if (!own.isEmpty() && forOwners) {
            add(spec, Audience.OWNER, true, spec.ownerPurposes(), withVariables(spec, own));
        } else if (!own.isEmpty()) {
            add(spec, Audience.MAINTAINER, true, purposesOf(spec, maintainer), own);
        }
        if (maintainer.isPresent() && (own.isEmpty() || forOwners)) {
            Set<Purpose> purposes = purposesOf(spec, maintainer);
            add(spec, Audience.MAINTAINER, false, purposes, codeSettings(spec, maintainer.get()));
        }
        if (own.isEmpty() && maintainer.isEmpty()) {
            note(spec.name(), "unconfigured", "no " + spec.name() + "_" + firstRequired(spec) + " is set");
        }
    }

    private void add(
            BackendSpec spec,
            Audience audience,
            boolean own,
            Set<Purpose> purposes,
            Map<String, SettingValue> settings) {
        for (Setting setting : spec.settings()) {
            if (setting.required() && !settings.containsKey(setting.name())) {
                note(
                        spec.name(),
                        "broken",
                        spec.name() + "_" + setting.name() + " is not set, beside " + keysOf(settings));
                return;
            }
        }
        destinations.add(Destination.of(spec.name(), audience, own, purposes, settings, hash));
    }

    private Map<String, SettingValue> ownSettings(BackendSpec spec) {
        Map<String, SettingValue> own = new LinkedHashMap<>();
        for (Setting setting : spec.settings()) {
            Optional<SettingValue> value = source.own(spec.name() + "_" + setting.name());
            if (value.isPresent() && !value.get().value().isBlank()) {
                own.put(setting.name(), value.get());
            }
        }
        return own;
    }

    private Map<String, SettingValue> withVariables(BackendSpec spec, Map<String, SettingValue> own) {
        Map<String, SettingValue> all = new LinkedHashMap<>(own);
        for (Setting setting : spec.settings()) {
            if (!all.containsKey(setting.name()) && !setting.variable().isEmpty()) {
                Optional<SettingValue> value = source.variable(setting.variable());
                if (value.isPresent() && !value.get().value().isBlank()) {
                    all.put(setting.name(), value.get());
                }
            }
        }
        return all;
    }

    /** The settings where nothing that is required is missing, else none: a variable alone is no mistake of anybody's. */
    private static Map<String, SettingValue> complete(BackendSpec spec, Map<String, SettingValue> settings) {
        for (Setting setting : spec.settings()) {
            if (setting.required() && !settings.containsKey(setting.name())) {
                return Map.of();
            }
        }
        return settings;
    }

    private boolean isDisabled(BackendSpec spec) {
        boolean readsThem = false;
        for (Setting setting : spec.settings()) {
            readsThem |= setting.variable().startsWith("OTEL_");
        }
        return readsThem && source.openTelemetryDisabled();
    }

    private static Map<String, SettingValue> codeSettings(BackendSpec spec, Maintainer maintainer) {
        Map<String, SettingValue> settings = new HashMap<>();
        for (Map.Entry<String, String> entry : maintainer.settings().entrySet()) {
            String key = spec.name() + "_" + entry.getKey();
            settings.put(entry.getKey(), new SettingValue(key, entry.getValue(), "code"));
        }
        return settings;
    }

    private static Set<Purpose> purposesOf(BackendSpec spec, Optional<Maintainer> maintainer) {
        Set<Purpose> purposes = new TreeSet<>(List.of(Purpose.USAGE, Purpose.ERRORS));
        if (maintainer.isPresent()) {
            purposes.retainAll(maintainer.get().purposes());
        }
        purposes.retainAll(spec.carries());
        return purposes;
    }

    private Optional<Maintainer> maintainerOf(String backend) {
        for (Maintainer maintainer : maintainers) {
            if (maintainer.backend().equals(backend)) {
                return Optional.of(maintainer);
            }
        }
        return Optional.empty();
    }

    private void noteMissingJar(WellKnown backend) {
        if (discovery.backends().containsKey(backend.backend()) || notes.containsKey(backend.backend())) {
            return;
        }
        Optional<SettingValue> value = source.own(backend.switchKey());
        if (value.isPresent() && !value.get().value().isBlank()) {
            note(
                    backend.backend(),
                    "missing",
                    value.get().key() + " (" + value.get().place() + ") is set; add dev.candor:backend-"
                            + backend.backend() + " to the class path");
        }
    }

    private void note(String backend, String state, String reason) {
        notes.putIfAbsent(backend, new RoutePlan.Note(backend, state, reason));
    }

    private static String firstRequired(BackendSpec spec) {
        for (Setting setting : spec.settings()) {
            if (setting.required()) {
                return setting.name();
            }
        }
        return "setting";
    }

    private static String keysOf(Map<String, SettingValue> settings) {
        List<String> keys = new ArrayList<>();
        for (SettingValue value : settings.values()) {
            keys.add(value.key() + " (" + value.place() + ")");
        }
        return String.join(", ", keys);
    }
}
