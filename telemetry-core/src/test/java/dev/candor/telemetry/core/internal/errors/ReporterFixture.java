package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import dev.candor.telemetry.core.internal.trace.Tracer;
import dev.candor.telemetry.spi.ErrorReport;
import java.time.Clock;
import java.util.Map;

/** A reporter and all that is around it, for one test. */
class ReporterFixture {
    static final String OWNED = "dev.candor.telemetry.core.internal.errors";

    final RecordingSink sink = new RecordingSink();
    final Breadcrumbs crumbs = new Breadcrumbs();
    private final CurrentSpan current = new CurrentSpan();

    /** The one report that the maintainer got. */
    ErrorReport report() {
        assertThat(sink.maintainer()).hasSize(1);
        return (ErrorReport) sink.maintainer().get(0);
    }

    Tracer tracer() {
        return new Tracer(sink, new RealScrubber(), current, Clock.systemUTC(), 1);
    }

    ErrorReporter reporter() {
        return reporter(ErrorRules.owned(OWNED).build());
    }

    ErrorReporter reporter(ErrorRules rules) {
        return new ErrorReporter(
                rules, new RealScrubber(), sink, current, crumbs, Clock.systemUTC(), Map.of("commit", "abc"));
    }
}
