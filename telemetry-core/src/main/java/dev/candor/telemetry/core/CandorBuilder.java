package dev.candor.telemetry.core;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.internal.catalogue.Catalogue;
import dev.candor.telemetry.core.internal.context.ResourceRequest;
import dev.candor.telemetry.core.internal.pipeline.ToolSpec;
import dev.candor.telemetry.core.internal.route.Maintainer;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import dev.candor.telemetry.spi.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Describes a tool's telemetry. Not safe for use by several threads; a mistake throws {@link IllegalArgumentException} here, at start-up. */
public final class CandorBuilder {
    private static final int MOST_SIGNALS = 1 << 20;

    private final String name;
    private final String version;
    private final List<EventType> events = new ArrayList<>();
    private final List<Maintainer> maintainers = new ArrayList<>();
    private final Map<String, Object> declared = new LinkedHashMap<>();
    private final Map<String, Object> tags = new LinkedHashMap<>();
    private final List<String> libraries = new ArrayList<>();
    private final List<RedactionRule> redaction = new ArrayList<>();
    private final List<String> privateKeys = new ArrayList<>();
    private @Nullable Mode mode;
    private @Nullable ConsentRules consent;
    private @Nullable IdentityMode identity;
    private @Nullable Duration identityLifetime;
    private @Nullable ErrorRules errors;
    private String environment = "";
    private boolean gpus;
    private boolean platform;
    private double traceRatio = 1;
    private @Nullable Severity leastSeverity;
    private @Nullable Predicate<Signal> beforeSend;
    private @Nullable Path dataDirectory;
    private boolean answersInConfig;
    private boolean floodGuard = true;
    private SpoolOptions.@Nullable Limits limits;
    private @Nullable String uploader;
    private @Nullable ClassLoader backends;
    private @Nullable Surroundings surroundings;

    CandorBuilder(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** How long the program runs; {@link Mode#COMMAND} unless told. */
    public CandorBuilder mode(Mode how) {
        this.mode = how;
        return this;
    }

    /** Adds declared event types. */
    public CandorBuilder events(EventType... types) {
        events.addAll(Arrays.asList(types));
        return this;
    }

    /** The rules of consent; without them the tool is off until somebody says yes. */
    public CandorBuilder consent(ConsentRules rules) {
        this.consent = rules;
        return this;
    }

    /** Who events are counted as; {@link IdentityMode#NONE} unless told. */
    public CandorBuilder identity(IdentityMode who) {
        this.identity = who;
        return this;
    }

    /** Who events are counted as, with an install id that is replaced after {@code lifetime}. */
    public CandorBuilder identity(IdentityMode who, Duration lifetime) {
        this.identity = who;
        this.identityLifetime = lifetime;
        return this;
    }

    /**
     * Names a destination of the maintainer.
     *
     * @param backend the backend's name, such as {@code segment}
     * @param settings its settings without the backend's name, such as {@code write_key}
     * @param first a purpose that goes there: usage or errors
     * @param more further purposes
     */
    public CandorBuilder maintainer(String backend, Map<String, String> settings, Purpose first, Purpose... more) {
        Purpose[] purposes = Arrays.copyOf(more, more.length + 1);
        purposes[more.length] = first;
        for (Maintainer other : maintainers) {
            if (other.backend().equals(backend)) {
                throw new IllegalArgumentException("backend " + backend + " is named twice for " + name);
            }
        }
        maintainers.add(new Maintainer(backend, settings, Set.copyOf(Arrays.asList(purposes))));
        return this;
    }

    /** Which errors are the tool's own and what may be said of them. */
    public CandorBuilder errors(ErrorRules rules) {
        this.errors = rules;
        return this;
    }

    /** Where the tool runs, such as {@code production}. */
    public CandorBuilder environment(String where) {
        this.environment = where;
        return this;
    }

    /** The same where a user chooses it: a value that is not {@code known} may name them, and becomes {@code otherwise}. */
    public CandorBuilder environment(String where, Set<String> known, String otherwise) {
        return environment(known.contains(where) ? where : otherwise);
    }

    /** A fixed value that every signal carries, such as a workspace or commit: a string, number or flag that may be sent. */
    public CandorBuilder declare(String key, Object value) {
        declared.put(key, value);
        return this;
    }

    /** A tag that every error report carries. */
    public CandorBuilder tag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    /** Reports the version of a library by its Maven coordinates {@code group:artifact}. */
    public CandorBuilder reportLibrary(String coordinates) {
        libraries.add(coordinates);
        return this;
    }

    /** Reports the number and models of GPUs. */
    public CandorBuilder reportGpus() {
        this.gpus = true;
        return this;
    }

    /** Reports the kernel's release and the platform string. */
    public CandorBuilder reportPlatform() {
        this.platform = true;
        return this;
    }

    /** The share of traces that is kept, 0 to 1; all unless told. */
    public CandorBuilder traceRatio(double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("the trace ratio of " + name + " is between 0 and 1: " + ratio);
        }
        this.traceRatio = ratio;
        return this;
    }

    /** The least grave log records that are taken; {@link Severity#INFO} unless told. */
    public CandorBuilder logsFrom(Severity least) {
        this.leastSeverity = least;
        return this;
    }

    /** Adds a rule that removes more from free text. */
    public CandorBuilder redact(RedactionRule rule) {
        redaction.add(rule);
        return this;
    }

    /** Names keys of config trees whose values are never sent, beside those that Candor knows; {@code wandb_*} is all that begin so. */
    public CandorBuilder privateKeys(String... keys) {
        privateKeys.addAll(Arrays.asList(keys));
        return this;
    }

    /** A last look at each signal before it is sent; one for which it says no, or throws, is given up and counted. */
    public CandorBuilder beforeSend(Predicate<Signal> keep) {
        this.beforeSend = Objects.requireNonNull(keep);
        return this;
    }

    /** A folder for telemetry's files that is known to last, also in CI and containers. */
    public CandorBuilder dataDirectory(Path folder) {
        this.dataDirectory = folder;
        return this;
    }

    /** Keeps answers in the user's own config file too, which is made where it is missing, because other programs read them there. */
    public CandorBuilder answersInConfig() {
        this.answersInConfig = true;
        return this;
    }

    /** Switches daily caps and loop detection off, for load tests. */
    public CandorBuilder withoutFloodGuard() {
        this.floodGuard = false;
        return this;
    }

    /**
     * How much may wait where nobody answers; 10 MiB and 8,192 signals unless told. What is over it is given up, the oldest first.
     *
     * @param bytes on disk
     * @param signals between a long-running program's threads and the one that writes, rounded up to a power of two; at most 2^20
     */
    public CandorBuilder mayWait(long bytes, int signals) {
        if (bytes <= 0 || signals <= 0 || signals > MOST_SIGNALS) {
            throw new IllegalArgumentException(
                    "what may wait of " + name + ": " + bytes + " bytes, " + signals + " signals");
        }
        this.limits = SpoolOptions.Limits.usual().with(bytes, signals);
        return this;
    }

    /**
     * Delivers what short commands leave by a detached process, at most one every ten minutes.
     *
     * @param program a class of the tool that implements {@link Uploader} and has a public constructor without arguments
     */
    public CandorBuilder uploader(Class<? extends Uploader> program) {
        this.uploader = program.getName();
        return this;
    }

    /** Where backends are looked for; the class loader of this library unless told. */
    public CandorBuilder backends(ClassLoader loader) {
        this.backends = loader;
        return this;
    }

    /** What is read from the process; for tests. */
    public CandorBuilder surroundings(Surroundings where) {
        this.surroundings = where;
        return this;
    }

    /**
     * The finished description.
     *
     * @throws IllegalArgumentException when two event types have one name
     */
    public Candor build() {
        if (consent == null) {
            Keys.tool(name);
        }
        ToolSpec tool = new ToolSpec(
                name,
                version,
                mode,
                events.size() < 2 ? List.copyOf(events) : new Catalogue(events).types(),
                consent,
                identity,
                identityLifetime,
                List.copyOf(maintainers),
                errors,
                resource(),
                Map.copyOf(tags),
                traceRatio,
                leastSeverity,
                List.copyOf(redaction),
                List.copyOf(privateKeys),
                beforeSend,
                dataDirectory,
                answersInConfig,
                floodGuard,
                limits,
                uploader,
                backends != null ? backends : loader());
        return new Candor(tool, surroundings, false, false, null);
    }

    private @Nullable ResourceRequest resource() {
        boolean plain = environment.isEmpty() && declared.isEmpty() && !gpus && !platform && libraries.isEmpty();
        return plain
                ? null
                : new ResourceRequest(
                        name, version, environment, declared, gpus, platform, platform, libraries, List.of(), "");
    }

    private static ClassLoader loader() {
        ClassLoader own = Candor.class.getClassLoader();
        return own != null ? own : ClassLoader.getSystemClassLoader();
    }
}
