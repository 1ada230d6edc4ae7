package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the receiver answers is understood. */
interface AnswerContract extends BackendUnderTest {

    @Test
    default void export_eachStatus_meansWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (int status = 200; status < 600; status++) {
            try (Bench bench = new Bench(this)) {
                bench.receiver().always(Reply.status(status));

                DeliveryResult result = bench.backend().export(Signals.of(bench.any(), 1));

                int requests = bench.receiver().requests().size();
                if (!expected(status).is(result) || requests != 1) {
                    wrong.add(status + " should be " + expected(status) + " after one request, and is " + result
                            + " after " + requests);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    default void export_answeredByAPageForPeople_pauses() {
        try (Bench bench = new Bench(this)) {
            bench.receiver().always(Reply.html());

            DeliveryResult result = bench.backend().export(Signals.of(bench.any(), 2));

            assertThat(result).isInstanceOf(DeliveryResult.Paused.class);
        }
    }

    @Test
    default void export_redirected_goesNowhereElse() {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            try (Bench bench = new Bench(this);
                    Bench elsewhere = new Bench(this)) {
                bench.receiver()
                        .always(Reply.redirect(
                                status, elsewhere.receiver().uri().resolve("/")));

                DeliveryResult result = bench.backend().export(Signals.of(bench.any(), 1));

                assertThat(result).as("after " + status).isInstanceOf(DeliveryResult.Paused.class);
                assertThat(elsewhere.receiver().requests()).isEmpty();
            }
        }
    }

    @Test
    default void export_connectionBreaks_isWorthAnotherTryAndIsNotMadeByTheBackend() {
        for (Reply broken : List.of(Reply.reset(), Reply.close(), Reply.notHttp())) {
            try (Bench bench = new Bench(this)) {
                bench.receiver().always(broken);

                DeliveryResult result = bench.backend().export(Signals.of(bench.any(), 1));

                assertThat(result).isInstanceOf(DeliveryResult.RetryLater.class);
                assertThat(bench.receiver().requests()).hasSize(1);
            }
        }
    }

    @Test
    default void export_nobodyListens_isWorthAnotherTry() {
        try (Bench bench = new Bench(this)) {
            List<Signal> signals = Signals.of(bench.any(), 1);
            bench.receiver().close();

            DeliveryResult result = bench.backend().export(signals);

            assertThat(result).isInstanceOf(DeliveryResult.RetryLater.class);
        }
    }

    @Test
    default void export_bodyOfTheAnswerIsBroken_isDeliveredOrTriedAgain() {
        List<Reply> replies =
                List.of(Reply.closeWithinBody(), Reply.badGzip(), Reply.gzipBomb(256L << 20), Reply.flood(1L << 30));
        for (Reply broken : replies) {
            try (Bench bench = new Bench(this)) {
                bench.receiver().always(broken);

                DeliveryResult result = bench.backend().export(Signals.of(bench.any(), 1));

                assertThat(result).isInstanceOfAny(DeliveryResult.Delivered.class, DeliveryResult.RetryLater.class);
            }
        }
    }
}
