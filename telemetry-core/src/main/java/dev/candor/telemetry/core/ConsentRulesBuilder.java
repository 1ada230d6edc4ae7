package dev.candor.telemetry.core;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRules.VersionedDefault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects a tool's choices about consent.
 *
 * <p>A mistake of the programmer, such as an impossible name, is thrown as {@link IllegalArgumentException}. Not for use
 * by several threads.
 */
public final class ConsentRulesBuilder {
    final String tool;
    final String version;
    String environmentPrefix;
    Set<Purpose> purposes = new TreeSet<>(List.of(Purpose.values()));
    final List<VersionedDefault> defaults = new ArrayList<>();
    int noticeVersion = 1;
    String notice = "";
    Asking asking = Asking.PROMPT;
    Duration countdown = Duration.ofSeconds(15);
    Duration grace = Duration.ofHours(24);
    boolean zeroMeansYes;
    boolean ownZeroMeansYes;
    String consentKey;
    final Map<Purpose, String> purposeKeys = new TreeMap<>();
    final Map<String, String> settingKeys = new HashMap<>();
    boolean openTelemetrySwitch;
    boolean openTelemetryLocal;
    boolean openTelemetryDeployed;
    List<String> deployedVariables = List.of();
    String section = "runtime";
    final Set<String> otherKeys = new HashSet<>();
    List<Format> formats = List.of(Format.TOML);
    boolean projectDestinations;
    boolean ownerDestinations = true;
    boolean embedded;

    ConsentRulesBuilder(String tool, String version) {
        this.tool = Keys.tool(tool);
        this.version = version;
        String name = tool.replace('-', '_');
        this.environmentPrefix = name.toUpperCase(Locale.ROOT);
        this.consentKey = "runtime.".concat(name).concat("_telemetry");
    }

    /** What the tool's environment variables begin with; otherwise its name in upper case. */
    public ConsentRulesBuilder environmentPrefix(String prefix) {
        this.environmentPrefix = Keys.variable(prefix);
        return this;
    }

    /** The purposes the tool has; otherwise all. A purpose added later is asked for on its own. */
    public ConsentRulesBuilder purposes(Purpose first, Purpose... more) {
        Set<Purpose> chosen = new TreeSet<>(List.of(more));
        chosen.add(first);
        this.purposes = chosen;
        return this;
    }

    /** What holds for a purpose in every version while nobody said anything; otherwise no. */
    public ConsentRulesBuilder defaultFor(Purpose purpose, boolean yes) {
        defaults.add(new VersionedDefault(purpose, yes, null));
        return this;
    }

    /** What holds for a purpose from a version on. Call it in ascending order of versions, after the general default. */
    public ConsentRulesBuilder defaultFor(Purpose purpose, boolean yes, String fromVersion) {
        Versions.require(fromVersion);
        defaults.add(new VersionedDefault(purpose, yes, fromVersion));
        return this;
    }

    /**
     * What people are told before they decide.
     *
     * @param version counts up whenever the meaning changes; those who said yes to an older one are asked again
     */
    public ConsentRulesBuilder notice(int version, String text) {
        if (version < 1) {
            throw new IllegalArgumentException("A notice's version starts at 1");
        }
        this.noticeVersion = version;
        this.notice = text;
        return this;
    }

    /** How people are asked; otherwise by a prompt. */
    public ConsentRulesBuilder asking(Asking how) {
        this.asking = how;
        return this;
    }

    /** How long a blocking notice blocks; otherwise 15 seconds. */
    public ConsentRulesBuilder countdown(Duration time) {
        this.countdown = time;
        return this;
    }

    /** How long nothing is sent after a notice that only a log has seen; otherwise 24 hours. */
    public ConsentRulesBuilder grace(Duration time) {
        this.grace = time;
        return this;
    }

    /** Takes {@code 0} in both {@code <TOOL>_DO_NOT_TRACK} and {@code DO_NOT_TRACK} for a yes; otherwise it says nothing. */
    public ConsentRulesBuilder doNotTrackZeroMeansYes() {
        this.zeroMeansYes = true;
        this.ownZeroMeansYes = true;
        return this;
    }

    /** Takes {@code <TOOL>_DO_NOT_TRACK=0} for a yes, while {@code DO_NOT_TRACK=0} says nothing. */
    public ConsentRulesBuilder ownDoNotTrackZeroMeansYes() {
        this.ownZeroMeansYes = true;
        return this;
    }

    /** The config key of the consent; otherwise {@code runtime.<tool>_telemetry}. */
    public ConsentRulesBuilder consentKey(String key) {
        this.consentKey = Keys.config(key);
        return this;
    }

    /** A config key that holds the consent to one purpose alone. */
    public ConsentRulesBuilder purposeKey(Purpose purpose, String key) {
        purposeKeys.put(purpose, Keys.config(key));
        return this;
    }

    /** Lets {@code <TOOL>_ENABLE_OPENTELEMETRY} govern the OWNER purposes. Without it, naming a destination switches them on. */
    public ConsentRulesBuilder openTelemetrySwitch(boolean local, boolean deployed, String... deployedVariables) {
        this.openTelemetrySwitch = true;
        this.openTelemetryLocal = local;
        this.openTelemetryDeployed = deployed;
        this.deployedVariables = List.of(deployedVariables);
        return this;
    }

    /** The config section of destinations; otherwise {@code runtime}. Empty for the top level. */
    public ConsentRulesBuilder section(String name) {
        this.section = name.isEmpty() ? name : Keys.config(name);
        return this;
    }

    /** Gives a backend's setting a config key of the tool's own, in place of the section and its name. */
    public ConsentRulesBuilder settingKey(String setting, String key) {
        settingKeys.put(setting, Keys.config(key));
        return this;
    }

    /**
     * Names config keys of the tool's own that look like a misspelt privacy key, such as {@code tracing} beside {@code tracking}.
     *
     * <p>Any other key like that counts as a no. The same list keeps keys from being taken for misspelt ones of a backend.
     */
    public ConsentRulesBuilder otherKeys(String... keys) {
        otherKeys.addAll(List.of(keys));
        return this;
    }

    /** The formats in which config files are looked for, the one to write first; otherwise TOML. */
    public ConsentRulesBuilder formats(Format first, Format... more) {
        List<Format> all = new ArrayList<>(List.of(more));
        all.remove(first);
        all.add(0, first);
        this.formats = List.copyOf(all);
        return this;
    }

    /** Lets a project's own file name destinations, where the user owns that file. */
    public ConsentRulesBuilder projectDestinations() {
        this.projectDestinations = true;
        return this;
    }

    /** For a tool without OWNER destinations: a no in the environment is then final before any file is read. */
    public ConsentRulesBuilder noOwnerDestinations() {
        this.ownerDestinations = false;
        return this;
    }

    /** For a library inside an application: the application's word comes first, its silence is no, and nobody is asked. */
    public ConsentRulesBuilder embedded() {
        this.embedded = true;
        this.asking = Asking.NONE;
        return this;
    }

    /** The finished rules. */
    public ConsentRules build() {
        ConsentRules rules = new ConsentRules(this);
        for (Purpose purpose : Purpose.values()) {
            if (rules.purposes().contains(purpose)
                    && purpose.audience() == Audience.MAINTAINER
                    && rules.defaultFor(purpose)
                    && asking == Asking.NONE
                    && !embedded) {
                throw new IllegalArgumentException("A default of yes needs a notice: " + purpose);
            }
        }
        return rules;
    }
}
