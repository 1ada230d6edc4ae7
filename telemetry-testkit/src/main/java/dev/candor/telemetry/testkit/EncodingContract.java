package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent is what the vendor decodes, and what was shown before. */
interface EncodingContract extends BackendUnderTest {

    @Test
    default void export_eachPurpose_isDecodedByTheReceiver() {
        try (Bench bench = new Bench(this)) {
            assertThat(bench.carries()).as("a backend carries something").isNotEmpty();
            for (Purpose purpose : bench.carries()) {
                bench.receiver().clear();
                Pipeline pipeline = new Pipeline(bench.backend());

                pipeline.bring(Signals.of(purpose, 3));

                assertThat(bench.receiver().refusals())
                        .as("refused of " + purpose)
                        .isEmpty();
                assertThat(pipeline.delivered()).as("delivered of " + purpose).hasSize(3);
                assertThat(bench.receiver().received())
                        .as("decoded of " + purpose)
                        .isNotEmpty();
                for (int number = 1; number <= 3; number++) {
                    assertThat(Bodies.holding(bench.receiver(), Signals.marker(number)))
                            .as(purpose + ": requests that hold signal " + number)
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    default void export_hostileValues_isDecodedByTheReceiver() {
        try (Bench bench = new Bench(this)) {
            for (Purpose purpose : bench.carries()) {
                for (Signal signal : Signals.hostile(purpose)) {
                    Pipeline pipeline = new Pipeline(bench.backend());

                    pipeline.bring(List.of(signal));

                    assertThat(bench.receiver().refusals())
                            .as("refused of " + signal)
                            .isEmpty();
                    assertThat(pipeline.waiting()).as("not settled: " + signal).isEmpty();
                }
            }
        }
    }

    @Test
    default void preview_eachPurpose_isWhatIsPostedThen() {
        try (Bench bench = new Bench(this)) {
            for (Purpose purpose : bench.carries()) {
                bench.receiver().clear();
                List<Signal> signals = Signals.of(purpose, 3);

                List<Payload> previewed = bench.backend().preview(signals);
                assertThat(bench.receiver().requests())
                        .as("requests made by a preview")
                        .isEmpty();
                new Pipeline(bench.backend()).bring(signals);

                List<ReceivedRequest> posted = bench.receiver().requests();
                // In any order: a backend may have several posts on their way at once.
                assertThat(Bodies.previewed(this, previewed))
                        .as("bodies of " + purpose)
                        .containsExactlyInAnyOrderElementsOf(Bodies.posted(this, posted));
                List<String> paths = new ArrayList<>();
                previewed.forEach(payload -> paths.add(URI.create(payload.url()).getPath()));
                assertThat(paths)
                        .isEqualTo(posted.stream().map(ReceivedRequest::path).toList());
            }
        }
    }

    @Test
    default void receipts_eachPost_isNotedAsItWasSent() {
        try (Bench bench = new Bench(this)) {
            bench.receiver().next(Reply.status(503));
            new Pipeline(bench.backend()).bring(Signals.of(bench.any(), 2));
            new Pipeline(bench.backend()).bring(Signals.of(bench.any(), 2));

            List<ReceivedRequest> posted = bench.receiver().requests();
            assertThat(posted).isNotEmpty();
            assertThat(Bodies.previewed(this, bench.noted()))
                    .containsExactlyInAnyOrderElementsOf(Bodies.posted(this, posted));
        }
    }
}
