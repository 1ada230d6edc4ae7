package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Surroundings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A tool's telemetry, recorded in memory, anew for each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * final TelemetryExtension recorded = TelemetryExtension.of(LoaderTelemetry::describe);
 *
 * @Test
 * void load_succeeds_saysHow() {
 *     new Loader(recorded.telemetry()).load();
 *
 *     recorded.signals().single(LOAD).with(DESTINATION, "duckdb").with(SUCCESS, true);
 * }
 * }</pre>
 *
 * <p>Everything between {@code record} and the backend is the real pipeline: consent, catalogue, redaction. The tool's own
 * destinations are replaced by the memory, its surroundings by an empty home and environment. Unlike in a program, a signal, attribute or
 * value that is dropped fails the test, unless {@link #allowingDrops} is called. Use one instance in one thread.
 */
public final class TelemetryExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Supplier<CandorBuilder> description;
    private final Map<String, String> environment = new HashMap<>();
    private final RecordedSignals signals = new RecordedSignals(this::flush);
    private ConsentPreset consent = ConsentPreset.GRANTED;
    private String variablePrefix = "";
    private boolean dropsAllowed;
    private @Nullable TestHome home;
    private @Nullable Telemetry telemetry;

    private TelemetryExtension(Supplier<CandorBuilder> description) {
        this.description = description;
    }

    /** For the tool that {@code description} describes, a new builder on each call. Consent is granted unless told. */
    public static TelemetryExtension of(Supplier<CandorBuilder> description) {
        return new TelemetryExtension(description);
    }

    /** What the person has decided before each test. */
    public TelemetryExtension consent(ConsentPreset decided) {
        this.consent = decided;
        return this;
    }

    /** What the tool's environment variables begin with, where that is not its name. */
    public TelemetryExtension environmentPrefix(String prefix) {
        this.variablePrefix = prefix;
        return this;
    }

    /** Sets an environment variable of the tool's surroundings. */
    public TelemetryExtension environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Does not fail tests for what is dropped. */
    public TelemetryExtension allowingDrops() {
        this.dropsAllowed = true;
        return this;
    }

    /** The telemetry of this test. */
    public Telemetry telemetry() {
        Telemetry open = telemetry;
        if (open == null) {
            throw new IllegalStateException(
                    "register the extension by @RegisterExtension in a field that is not static");
        }
        return open;
    }

    /** What this test has recorded; asking for it delivers what is on its way. */
    public RecordedSignals signals() {
        return signals;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        signals.clear();
        TestHome fresh = new TestHome();
        home = fresh;
        CandorBuilder builder = description.get();
        Candor tool = builder.mode(Mode.MEMORY)
                .maintainer(
                        RecordingProvider.NAME,
                        Map.of(RecordingProvider.TARGET, "memory"),
                        Purpose.USAGE,
                        Purpose.ERRORS)
                .backends(new RecordingLoader(signals::add))
                .withoutFloodGuard()
                .build();
        Surroundings surroundings = fresh.surroundings(variables(tool.name()));
        Candor placed = tool.in(surroundings);
        telemetry = placed.host(consent == ConsentPreset.GRANTED).open();
    }

    private Map<String, String> variables(String tool) {
        String prefix = variablePrefix.isEmpty() ? tool.toUpperCase(Locale.ROOT).replace('-', '_') : variablePrefix;
        Map<String, String> variables = new HashMap<>();
        if (consent != ConsentPreset.UNDECIDED) {
            variables.put("RECORDING_TARGET", "memory");
            variables.put("RUNTIME__RECORDING_TARGET", "memory");
            variables.put(prefix + "_ENABLE_OPENTELEMETRY", "true");
            variables.put(prefix + "_ENABLE_TELEMETRY", "true");
        }
        if (consent == ConsentPreset.DENIED) {
            variables.put("DO_NOT_TRACK", "1");
        }
        if (consent == ConsentPreset.SWITCHED_OFF) {
            variables.put("ENABLE_RUNTIME_TRACE", "false");
        }
        variables.putAll(environment);
        return variables;
    }

    private void flush() {
        Telemetry open = telemetry;
        if (open != null) {
            open.flush(LONG);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Telemetry open = telemetry;
        TestHome used = home;
        telemetry = null;
        home = null;
        if (open == null || used == null) {
            return;
        }
        Delivery delivery = open.close(LONG);
        used.delete();
        Map<String, Long> dropped = new TreeMap<>(delivery.dropped());
        // both are what a declared type does with such a value, and are in the event for the test to see
        dropped.keySet().removeIf(reason -> reason.startsWith("sent as other") || reason.startsWith("sent in part"));
        if (!dropsAllowed && !dropped.isEmpty()) {
            throw new AssertionError("telemetry dropped what the test recorded: " + dropped);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Telemetry.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return telemetry();
    }
}
