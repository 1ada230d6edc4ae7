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
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that a tool chose in code. */
public record ToolSpec(
        String name,
        String version,
        Mode mode,
        List<EventType> events,
        ConsentRules consent,
        IdentityMode identity,
        @Nullable Duration identityLifetime,
        List<Maintainer> maintainers,
        ErrorRules errors,
        ResourceRequest resource,
        Map<String, Object> tags,
        double traceRatio,
        Severity leastSeverity,
        List<RedactionRule> redaction,
        List<String> privateKeys,
        Predicate<Signal> beforeSend,
        @Nullable Path dataDirectory,
        boolean answersInConfig,
        boolean floodGuard,
        SpoolOptions.@Nullable Limits limits,
        @Nullable String uploader,
        ClassLoader backends) {}
