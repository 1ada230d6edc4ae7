package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.core.ErrorRules;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which errors go to whom: the maintainer gets the tool's own, the owner all that are not expected. */
class ErrorAudienceTest extends ReporterFixture {

    @Test
    void record_errorOfTheApplication_goesToTheOwnerAlone() {
        Exception error = new Exception("theirs");
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("customer.App", "run", "App.java", 1),
            new StackTraceElement(OWNED + ".Part", "call", "Part.java", 2)
        });

        reporter().record(error);

        assertThat(sink.maintainer()).isEmpty();
        assertThat(sink.owner()).hasSize(1);
    }

    @Test
    void record_anyOwnedFrameChosen_goesToTheMaintainerToo() {
        Exception error = new Exception("theirs");
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("customer.App", "run", "App.java", 1),
            new StackTraceElement(OWNED + ".Part", "call", "Part.java", 2)
        });

        reporter(ErrorRules.owned(OWNED).anyOwnedFrame().build()).record(error);

        assertThat(sink.maintainer()).hasSize(1);
        assertThat(sink.maintainer().toString()).doesNotContain("customer").contains(OWNED + ".Part");
    }

    @Test
    void record_nothingOwned_maintainerGetsNothing() {
        reporter(ErrorRules.none()).record(new Exception());

        assertThat(sink.maintainer()).isEmpty();
        assertThat(sink.owner()).hasSize(1);
    }

    @Test
    void record_expected_isNotReportedToAnybody() {
        ErrorRules rules = ErrorRules.owned(OWNED)
                .expected(error -> error instanceof FileNotFoundException)
                .build();

        boolean taken = reporter(rules).record(new FileNotFoundException("x"));
        reporter(rules).record(new IOException("x not found"));

        assertThat(taken).isFalse();
        assertThat(sink.owner()).hasSize(1);
        assertThat(sink.maintainer()).hasSize(1);
    }

    @Test
    void record_onlyMaintainerOpen_doesNotReportToTheOwner() {
        sink.only(Audience.MAINTAINER);

        assertThat(reporter().record(new IOException("x"))).isTrue();
        assertThat(sink.owner()).isEmpty();
        assertThat(sink.maintainer()).hasSize(1);
    }
}
