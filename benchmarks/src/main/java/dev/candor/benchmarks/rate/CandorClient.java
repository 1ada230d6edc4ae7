package dev.candor.benchmarks.rate;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.Mode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Candor in a server, through one backend: everything an event goes through, spool on disk included. */
final class CandorClient implements Client {
    static final String TOOL = "ratetool";
    private static final Attribute<String> DESTINATION = Attribute.oneOf("destination", "duckdb", "postgres");
    private static final Attribute<Double> ELAPSED = Attribute.number("elapsed", 0, 86_400);
    private static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    private static final Attribute<Long> ROWS = Attribute.wholeNumber("rows", 0, 1_000_000_000);
    private static final Attribute<String> SERIAL = Attribute.version("serial");
    private static final EventType TYPE = EventType.named(SampleValues.EVENT)
            .owner("benchmarks")
            .because("Measured.")
            .with(DESTINATION)
            .with(ELAPSED)
            .with(SUCCESS)
            .with(ROWS)
            .with(SERIAL)
            .build();

    private final Telemetry telemetry;
    private final boolean errors;

    private CandorClient(Telemetry telemetry, boolean errors) {
        this.telemetry = telemetry;
        this.errors = errors;
    }

    /** Opens it where {@code HOME} is a folder for this run alone. */
    static CandorClient open(String backend, Map<String, String> settings) {
        boolean errors = backend.equals("sentry");
        Candor candor = Candor.tool(TOOL, "1.0.0")
                .mode(Mode.SERVER)
                .events(TYPE)
                .errors(ErrorRules.owned("dev.candor.benchmarks")
                        .withMessage(any -> true)
                        .build())
                .maintainer(backend, settings, errors ? Purpose.ERRORS : Purpose.USAGE)
                .withoutFloodGuard()
                .build();
        candor.control().on(Set.of());
        return new CandorClient(candor.open(), errors);
    }

    @Override
    public boolean record(int serial) {
        if (errors) {
            return telemetry.errors().record(SampleValues.error(serial));
        }
        return telemetry
                .event(TYPE)
                .with(DESTINATION, SampleValues.DESTINATION)
                .with(ELAPSED, SampleValues.ELAPSED)
                .with(SUCCESS, SampleValues.SUCCESS)
                .with(ROWS, SampleValues.ROWS)
                .with(SERIAL, Serials.text(serial))
                .record();
    }

    @Override
    public void flush() {
        telemetry.flush(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        telemetry.close();
    }
}
