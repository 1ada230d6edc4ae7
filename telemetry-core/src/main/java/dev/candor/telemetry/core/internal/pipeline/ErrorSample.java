package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.errors.ErrorReporter;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.spi.Header;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The maintainer's copy of an error, for the examples in the document: always the same, and without what a tool opted in to for some errors. */
final class ErrorSample {
    private ErrorSample() {}

    static ErrorReport of(Header header, ErrorRules rules) {
        String owned = new TreeSet<>(rules.ownedPackages()).first();
        Frame inner = new Frame(owned + ".Example", "read", "Example.java", 42, 1);
        Frame outer = new Frame(owned + ".Example", "main", "Example.java", 12, 1);
        Frame others = new Frame(Frame.EXTERNAL, "", "", -1, 3);
        return new ErrorReport(
                header,
                List.of(
                        new Thrown(
                                "java.io.UncheckedIOException",
                                ErrorReporter.WITHHELD,
                                -1,
                                false,
                                List.of(others, inner, outer)),
                        new Thrown(
                                "java.nio.file.NoSuchFileException",
                                ErrorReporter.WITHHELD,
                                0,
                                false,
                                List.of(others, inner, outer))),
                false,
                "main",
                "",
                "",
                "",
                Map.of(),
                List.of(),
                rules.threads() ? List.of(new ThreadFrames("pool", List.of(others, inner))) : List.of());
    }
}
