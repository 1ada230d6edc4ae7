package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signals are settled from the first on, each once, and a second copy can be recognised. */
interface SettlementContract extends BackendUnderTest {

    @Test
    default void export_tooLargeTogether_arrivesInParts() {
        try (Bench bench = new Bench(this)) {
            List<Signal> signals = Signals.of(bench.any(), 8);
            // A limit between the size of one and the size of all, as the backend itself shows them.
            bench.receiver().refuseLargerThan(largest(bench.backend().preview(signals.subList(0, 2))));
            Pipeline pipeline = new Pipeline(bench.backend());

            pipeline.bring(signals);

            assertThat(pipeline.delivered()).isEqualTo(signals);
            assertThat(pipeline.lost()).isEmpty();
        }
    }

    @Test
    default void export_tooLargeAlone_isGivenUpAndHoldsNothingBack() {
        try (Bench bench = new Bench(this)) {
            bench.receiver().refuseLargerThan(1);
            Pipeline pipeline = new Pipeline(bench.backend());

            pipeline.bring(Signals.of(bench.any(), 3));

            assertThat(pipeline.lost()).hasSize(3);
            assertThat(pipeline.waiting()).isEmpty();
        }
    }

    @Test
    default void export_manySignals_settlesEachOnceInOrder() {
        try (Bench bench = new Bench(this)) {
            for (Purpose purpose : bench.carries()) {
                List<Signal> signals = Signals.of(purpose, 40);
                Pipeline pipeline = new Pipeline(bench.backend());

                pipeline.bring(signals);

                assertThat(pipeline.delivered()).as(purpose.name()).isEqualTo(signals);
            }
        }
    }

    @Test
    default void export_mixedPurposes_areAllDelivered() {
        try (Bench bench = new Bench(this)) {
            List<Signal> mixed = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                for (Purpose purpose : bench.carries()) {
                    mixed.add(Signals.one(purpose, number));
                }
            }
            Pipeline pipeline = new Pipeline(bench.backend());

            pipeline.bring(mixed);

            assertThat(bench.receiver().refusals()).isEmpty();
            assertThat(pipeline.delivered()).isEqualTo(mixed);
        }
    }

    @Test
    default void export_afterAFailure_sendsTheSameAgain() {
        try (Bench bench = new Bench(this)) {
            for (Purpose purpose : bench.carries()) {
                bench.receiver().clear();
                List<Signal> one = Signals.of(purpose, 1);
                bench.receiver().next(Reply.status(503), Reply.lostAnswer());

                DeliveryResult refused = bench.backend().export(one);
                DeliveryResult unheard = bench.backend().export(one);
                DeliveryResult heard = bench.backend().export(one);

                assertThat(refused).isInstanceOf(DeliveryResult.RetryLater.class);
                assertThat(unheard).isInstanceOf(DeliveryResult.RetryLater.class);
                assertThat(heard).isEqualTo(new DeliveryResult.Delivered(1));
                assertThat(Bodies.posted(this, bench.receiver().requests()))
                        .as("copies of " + purpose)
                        .hasSize(3)
                        .containsOnly(
                                Bodies.posted(this, bench.receiver().requests()).get(0));
                List<String> ids =
                        bench.receiver().received().stream().map(Received::id).toList();
                assertThat(ids.subList(0, ids.size() / 2)).isEqualTo(ids.subList(ids.size() / 2, ids.size()));
            }
        }
    }

    private static int largest(List<Payload> payloads) {
        return payloads.stream()
                .mapToInt(payload -> payload.body().length)
                .max()
                .orElseThrow();
    }
}
