package dev.candor.telemetry.core;

import dev.candor.telemetry.Purpose;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a tool chooses about consent: its names, its files, its defaults and how it asks.
 *
 * <p>Nothing here can weaken a person's no. A tool that chooses nothing is off until somebody says yes.
 * Immutable.
 */
public final class ConsentRules {

    /** How a person who has not decided is told or asked. */
    public enum Asking {
        /** A question on standard error whose default answer is no. */
        PROMPT,
        /** A notice that blocks for the {@linkplain #countdown() countdown} until somebody decides for good. */
        BLOCKING_NOTICE,
        /** A notice that is shown once; the run that shows it sends nothing. */
        NOTICE,
        /** Nobody is asked or told. Only for tools whose default is no, and for embedded libraries. */
        NONE
    }

    /** How a config file is written. */
    public enum Format {
        TOML("toml"),
        YAML("yaml"),
        JSON("json"),
        PROPERTIES("properties");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** What the file's name ends in, without the dot. */
        public String extension() {
            return extension;
        }
    }

    /** A default that holds from a version on. */
    record VersionedDefault(
            Purpose purpose, boolean yes, @Nullable String from) {}

    private final String tool;
    private final String version;
    private final String environmentPrefix;
    private final Set<Purpose> purposes;
    private final List<VersionedDefault> defaults;
    private final int noticeVersion;
    private final String notice;
    private final Asking asking;
    private final Duration countdown;
    private final Duration grace;
    private final boolean zeroMeansYes;
    private final boolean ownZeroMeansYes;
    private final String consentKey;
    private final Map<Purpose, String> purposeKeys;
    private final Map<String, String> settingKeys;
    private final boolean openTelemetrySwitch;
    private final boolean openTelemetryLocal;
    private final boolean openTelemetryDeployed;
    private final List<String> deployedVariables;
    private final String section;
    private final Set<String> otherKeys;
    private final List<Format> formats;
    private final boolean projectDestinations;
    private final boolean ownerDestinations;
    private final boolean embedded;

    ConsentRules(ConsentRulesBuilder chosen) {
        this.tool = chosen.tool;
        this.version = chosen.version;
        this.environmentPrefix = chosen.environmentPrefix;
        this.purposes = Collections.unmodifiableSet(new TreeSet<>(chosen.purposes));
        this.defaults = List.copyOf(chosen.defaults);
        this.noticeVersion = chosen.noticeVersion;
        this.notice = chosen.notice;
        this.asking = chosen.asking;
        this.countdown = chosen.countdown;
        this.grace = chosen.grace;
        this.zeroMeansYes = chosen.zeroMeansYes;
        this.ownZeroMeansYes = chosen.ownZeroMeansYes;
        this.consentKey = chosen.consentKey;
        this.purposeKeys = Collections.unmodifiableMap(new TreeMap<>(chosen.purposeKeys));
        this.settingKeys = Map.copyOf(chosen.settingKeys);
        this.openTelemetrySwitch = chosen.openTelemetrySwitch;
        this.openTelemetryLocal = chosen.openTelemetryLocal;
        this.openTelemetryDeployed = chosen.openTelemetryDeployed;
        this.deployedVariables = chosen.deployedVariables;
        this.section = chosen.section;
        this.otherKeys = Set.copyOf(chosen.otherKeys);
        this.formats = chosen.formats;
        this.projectDestinations = chosen.projectDestinations;
        this.ownerDestinations = chosen.ownerDestinations;
        this.embedded = chosen.embedded;
    }

    /**
     * Starts the rules of one tool.
     *
     * @param tool lower case, as in {@code ~/.tool}
     * @param version the running version, which chooses among the defaults
     */
    public static ConsentRulesBuilder forTool(String tool, String version) {
        return new ConsentRulesBuilder(tool, version);
    }

    /** The tool's name, as in {@code ~/.tool}. */
    public String tool() {
        return tool;
    }

    /** The tool's running version. */
    public String version() {
        return version;
    }

    /** What the tool's environment variables begin with, such as {@code LOADER}. */
    public String environmentPrefix() {
        return environmentPrefix;
    }

    /** The purposes the tool has at all; the others are off. */
    public Set<Purpose> purposes() {
        return purposes;
    }

    /** What holds for a purpose in the running version while nobody said anything. */
    public boolean defaultFor(Purpose purpose) {
        boolean yes = false;
        for (VersionedDefault each : defaults) {
            if (each.purpose() != purpose) {
                continue;
            }
            if (each.from() == null) {
                yes = each.yes();
            } else if (!Versions.isReadable(version)) {
                return false;
            } else if (Versions.atLeast(version, each.from())) {
                yes = each.yes();
            }
        }
        return yes;
    }

    /** The version of the notice; an answer to an older one is asked again. */
    public int noticeVersion() {
        return noticeVersion;
    }

    /** What the notice says, for people. */
    public String notice() {
        return notice;
    }

    /** How people are asked. */
    public Asking asking() {
        return asking;
    }

    /** How long a blocking notice blocks. */
    public Duration countdown() {
        return countdown;
    }

    /** How long nothing is sent after a notice that went to a log instead of a terminal. */
    public Duration grace() {
        return grace;
    }

    /** Whether {@code DO_NOT_TRACK=0} is a yes. */
    public boolean doNotTrackZeroMeansYes() {
        return zeroMeansYes;
    }

    /** Whether {@code <TOOL>_DO_NOT_TRACK=0} is a yes. */
    public boolean ownDoNotTrackZeroMeansYes() {
        return ownZeroMeansYes;
    }

    /** The config key that holds the consent to every MAINTAINER purpose, such as {@code runtime.loader_telemetry}. */
    public String consentKey() {
        return consentKey;
    }

    /** Config keys that hold the consent to one purpose alone. */
    public Map<Purpose, String> purposeKeys() {
        return purposeKeys;
    }

    /** Whether {@code <TOOL>_ENABLE_OPENTELEMETRY} governs the OWNER purposes. */
    public boolean openTelemetrySwitch() {
        return openTelemetrySwitch;
    }

    /** What the OpenTelemetry switch is when it is not set. */
    public boolean openTelemetryDefault(boolean deployed) {
        return deployed ? openTelemetryDeployed : openTelemetryLocal;
    }

    /** Environment variables of which any, set and not empty, means that the tool runs deployed. */
    public List<String> deployedVariables() {
        return deployedVariables;
    }

    /** The settings whose config keys the tool named itself. */
    public Map<String, String> settingKeys() {
        return settingKeys;
    }

    /** The config section of destinations, such as {@code runtime}; empty for the top level. */
    public String section() {
        return section;
    }

    /** The config key of a backend's setting: {@code sentry_dsn} becomes {@code runtime.sentry_dsn}. */
    public String settingKey(String setting) {
        String named = settingKeys.get(setting);
        if (named != null) {
            return named;
        }
        return section.isEmpty() ? setting : section.concat(".").concat(setting);
    }

    /** Config keys of the tool's own that look like a misspelt privacy key and are none. */
    public Set<String> otherKeys() {
        return otherKeys;
    }

    /**
     * The environment variable of a config key: {@code runtime.sentry_dsn} is {@code RUNTIME__SENTRY_DSN}.
     *
     * <p>A key of the top level gets the tool's name in front: a bare {@code SENTRY_DSN} would be the host's own.
     */
    public String variableOf(String key) {
        String name = key.replace(".", "__").replace('-', '_').toUpperCase(Locale.ROOT);
        return key.indexOf('.') < 0 ? environmentPrefix.concat("_").concat(name) : name;
    }

    /** The formats in which config files are looked for. */
    public List<Format> formats() {
        return formats;
    }

    /** Whether a project's own file may name destinations. */
    public boolean projectDestinations() {
        return projectDestinations;
    }

    /** Whether whoever runs the tool can name destinations of their own at all. */
    public boolean ownerDestinations() {
        return ownerDestinations;
    }

    /** Whether this is a library inside somebody's application, which then has the first word. */
    public boolean embedded() {
        return embedded;
    }
}
