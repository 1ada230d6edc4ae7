package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.RedactionRule;
import dev.candor.telemetry.core.internal.context.ResourceRequest;
import dev.candor.telemetry.core.internal.route.Maintainer;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import dev.candor.telemetry.spi.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that a tool chose in code.
 *
 * <p>What it did not choose is null here and made when somebody asks: a short command that starts by plan, or may not collect anything,
 * asks for little, and every class that it does not load is a tenth of a millisecond. Immutable.
 */
public final class ToolSpec {
    private final String name;
    private final String version;
    private final @Nullable Mode mode;
    private final List<EventType> events;
    private final @Nullable ConsentRules rules;
    private final @Nullable IdentityMode identity;
    private final @Nullable Duration identityLifetime;
    private final List<Maintainer> maintainers;
    private final @Nullable ErrorRules errors;
    private final @Nullable ResourceRequest resource;
    private final Map<String, Object> tags;
    private final double traceRatio;
    private final @Nullable Severity leastSeverity;
    private final List<RedactionRule> redaction;
    private final List<String> privateKeys;
    private final @Nullable Predicate<Signal> beforeSend;
    private final @Nullable Path dataDirectory;
    private final boolean answersInConfig;
    private final boolean floodGuard;
    private final SpoolOptions.@Nullable Limits limits;
    private final @Nullable String uploader;
    private final ClassLoader backends;
    private volatile @Nullable ConsentRules usualRules;

    /** Takes what the tool chose; the lists and maps are not copied. */
    public ToolSpec(
            String name,
            String version,
            @Nullable Mode mode,
            List<EventType> events,
            @Nullable ConsentRules rules,
            @Nullable IdentityMode identity,
            @Nullable Duration identityLifetime,
            List<Maintainer> maintainers,
            @Nullable ErrorRules errors,
            @Nullable ResourceRequest resource,
            Map<String, Object> tags,
            double traceRatio,
            @Nullable Severity leastSeverity,
            List<RedactionRule> redaction,
            List<String> privateKeys,
            @Nullable Predicate<Signal> beforeSend,
            @Nullable Path dataDirectory,
            boolean answersInConfig,
            boolean floodGuard,
            SpoolOptions.@Nullable Limits limits,
            @Nullable String uploader,
            ClassLoader backends) {
        this.name = name;
        this.version = version;
        this.mode = mode;
        this.events = events;
        this.rules = rules;
        this.identity = identity;
        this.identityLifetime = identityLifetime;
        this.maintainers = maintainers;
        this.errors = errors;
        this.resource = resource;
        this.tags = tags;
        this.traceRatio = traceRatio;
        this.leastSeverity = leastSeverity;
        this.redaction = redaction;
        this.privateKeys = privateKeys;
        this.beforeSend = beforeSend;
        this.dataDirectory = dataDirectory;
        this.answersInConfig = answersInConfig;
        this.floodGuard = floodGuard;
        this.limits = limits;
        this.uploader = uploader;
        this.backends = backends;
    }

    /** The tool's name. */
    public String name() {
        return name;
    }

    /** The tool's version. */
    public String version() {
        return version;
    }

    /** The declared event types. */
    public List<EventType> events() {
        return events;
    }

    /** How long the program runs. */
    public Mode mode() {
        return mode == null ? Mode.COMMAND : mode;
    }

    /** Whether it is a short command. */
    boolean isCommand() {
        return mode == null || mode == Mode.COMMAND;
    }

    /** What the tool's environment variables begin with; null where that alone does not tell: in a long-running program. */
    public @Nullable String variablePrefix() {
        if (!isCommand()) {
            return null;
        }
        return rules == null ? name.replace('-', '_').toUpperCase(Locale.ROOT) : rules.environmentPrefix();
    }

    /** The rules of consent. */
    public ConsentRules consent() {
        ConsentRules chosen = rules == null ? usualRules : rules;
        if (chosen == null) {
            chosen = ConsentRules.forTool(name, version).build();
            usualRules = chosen;
        }
        return chosen;
    }

    /** The rules that the tool chose; null where it has the usual ones. */
    @Nullable
    ConsentRules chosenRules() {
        return rules;
    }

    IdentityMode identity() {
        return identity == null ? IdentityMode.NONE : identity;
    }

    @Nullable
    IdentityMode chosenIdentity() {
        return identity;
    }

    @Nullable
    Duration identityLifetime() {
        return identityLifetime;
    }

    List<Maintainer> maintainers() {
        return maintainers;
    }

    ErrorRules errors() {
        return errors == null ? ErrorRules.none() : errors;
    }

    ResourceRequest resource() {
        return resource == null ? ResourceRequest.of(name, version) : resource;
    }

    /** What the tool wants to be said of where it runs; null where it wants no more than is usual. */
    @Nullable
    ResourceRequest chosenResource() {
        return resource;
    }

    Map<String, Object> tags() {
        return tags;
    }

    double traceRatio() {
        return traceRatio;
    }

    Severity leastSeverity() {
        return leastSeverity == null ? Severity.INFO : leastSeverity;
    }

    List<RedactionRule> redaction() {
        return redaction;
    }

    List<String> privateKeys() {
        return privateKeys;
    }

    /** A last look at each signal before it is sent. */
    Predicate<Signal> beforeSend() {
        return beforeSend == null ? signal -> true : beforeSend;
    }

    @Nullable
    Path dataDirectory() {
        return dataDirectory;
    }

    boolean answersInConfig() {
        return answersInConfig;
    }

    boolean floodGuard() {
        return floodGuard;
    }

    /** The caps of the spool that the tool chose; null for the usual ones. */
    SpoolOptions.@Nullable Limits limits() {
        return limits;
    }

    @Nullable
    String uploader() {
        return uploader;
    }

    ClassLoader backends() {
        return backends;
    }
}
