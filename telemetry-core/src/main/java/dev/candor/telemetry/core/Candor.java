package dev.candor.telemetry.core;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.internal.consent.EarlyNo;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.pipeline.Opener;
import dev.candor.telemetry.core.internal.pipeline.QuickStart;
import dev.candor.telemetry.core.internal.pipeline.ToolSpec;
import dev.candor.telemetry.core.internal.pipeline.UnusedTelemetry;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tool's telemetry as its maintainer described it in code.
 *
 * <pre>{@code
 * Candor candor = Candor.tool("loader", "1.4.0").events(LOAD).maintainer("segment", Map.of("write_key", KEY), USAGE).build();
 * try (Telemetry telemetry = candor.open()) {
 *     telemetry.event(LOAD).with(SUCCESS, true).record();
 * }
 * }</pre>
 *
 * <p>Immutable. Describing costs nothing; {@link #open} reads consent and touches nothing else while there is none.
 */
public final class Candor {
    private final ToolSpec tool;
    private final @Nullable Surroundings surroundings;
    private final boolean disabledByFlag;
    private final boolean disabledInCode;
    private final @Nullable Boolean host;

    /** Surroundings that are null are those of the process, read when they are needed. */
    Candor(
            ToolSpec tool,
            @Nullable Surroundings surroundings,
            boolean disabledByFlag,
            boolean disabledInCode,
            @Nullable Boolean host) {
        this.tool = tool;
        this.surroundings = surroundings;
        this.disabledByFlag = disabledByFlag;
        this.disabledInCode = disabledInCode;
        this.host = host;
    }

    /**
     * Starts the description of a tool.
     *
     * @param name lower case, as in {@code ~/.tool} and {@code TOOL_DO_NOT_TRACK}
     * @param version the tool's running version
     */
    public static CandorBuilder tool(String name, String version) {
        return new CandorBuilder(name, version);
    }

    /** The tool's name. */
    public String name() {
        return tool.name();
    }

    /** The tool's version. */
    public String version() {
        return tool.version();
    }

    /** The declared event types. */
    public List<EventType> events() {
        return tool.events();
    }

    /** The same tool in a run that was started with {@code --disable-telemetry}: nothing is sent by this run. */
    public Candor disabledByFlag() {
        return new Candor(tool, surroundings, true, disabledInCode, host);
    }

    /** The same tool with telemetry switched off by code, for maintainer and owner alike. */
    public Candor disabled() {
        return new Candor(tool, surroundings, disabledByFlag, true, host);
    }

    /** The same embedded library with the word of the application around it. */
    public Candor host(boolean allows) {
        return new Candor(tool, surroundings, disabledByFlag, disabledInCode, allows);
    }

    /** The same tool in other surroundings. */
    public Candor in(Surroundings other) {
        return new Candor(tool, other, disabledByFlag, disabledInCode, host);
    }

    /**
     * Opens telemetry for a run that asks nobody: while nobody has decided, nothing is collected.
     *
     * <p>Never throws for telemetry's own reasons.
     */
    public Telemetry open() {
        return open(RunKind.QUIET);
    }

    /** Opens telemetry, asking first or showing the notice where that is due; {@code run} says what kind of run this is. */
    public Telemetry open(RunKind run) {
        if (surroundings == null && EarlyNo.isPlain(tool.variablePrefix(), System.getenv(), disabledByFlag)) {
            return unused(run);
        }
        Surroundings here = here();
        Invocation invocation = invocation();
        Telemetry quick = QuickStart.open(tool, here, invocation);
        if (quick != null) {
            return quick;
        }
        return QuickStart.isRefused(tool, here, run) ? unused(run) : Opener.open(tool, here.noting(), invocation, run);
    }

    private Telemetry unused(RunKind run) {
        return new UnusedTelemetry(
                new Supplier<>() { // not a lambda, which costs a short command milliseconds
                    @Override
                    public Telemetry get() {
                        return Opener.openWhole(tool, here(), invocation(), run);
                    }
                });
    }

    /** The operations of the {@code telemetry} command. */
    public Control control() {
        return new Control(tool, here(), invocation());
    }

    private Surroundings here() {
        return surroundings == null ? Surroundings.ofProcess() : surroundings;
    }

    private Invocation invocation() {
        return new Invocation(disabledByFlag, disabledInCode, host);
    }
}
