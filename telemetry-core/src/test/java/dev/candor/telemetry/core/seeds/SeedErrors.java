package dev.candor.telemetry.core.seeds;

import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.errors.ErrorReporter;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import dev.candor.telemetry.spi.ErrorReport;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A tool whose own package is {@code sdk}, and what its maintainer gets. */
final class SeedErrors {
    final RecordingSink sink = new RecordingSink();
    final ErrorReporter errors;

    SeedErrors(ErrorRules rules) {
        errors = new ErrorReporter(
                rules, new RealScrubber(), sink, new CurrentSpan(), new Breadcrumbs(), Clock.systemUTC(), Map.of());
    }

    static SeedErrors ofSdk() {
        return new SeedErrors(ErrorRules.owned("sdk").build());
    }

    List<ErrorReport> maintainers() {
        return sink.maintainer().stream().map(ErrorReport.class::cast).toList();
    }

    /** An error with a stack of these classes, innermost first. */
    static <X extends Throwable> X from(X error, String... classes) {
        StackTraceElement[] stack = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String file = classes[i].substring(classes[i].lastIndexOf('.') + 1) + ".java";
            stack[i] = new StackTraceElement(classes[i], "call", file, i + 1);
        }
        error.setStackTrace(stack);
        return error;
    }
}
