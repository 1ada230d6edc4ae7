package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.RetryLater;
import dev.candor.telemetry.spi.DeliveryResult.TooLarge;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.Reply;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Envelopes that are posted side by side, and what is said of them in order. */
class AbreastTest {
    private static final int LARGE = 20_000;

    private final SentryReceiver receiver = new SentryReceiver();
    private final ManualClock clock = new ManualClock();
    private Backend backend;

    @BeforeEach
    void open() throws Exception {
        backend = Samples.open(receiver.dsn(), clock);
    }

    @AfterEach
    void close() {
        backend.close();
        receiver.close();
    }

    private static List<Signal> errors(int first, int last) {
        List<Signal> errors = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            errors.add(Samples.error(i));
        }
        return errors;
    }

    private static Signal large(int number) {
        return Samples.error(number, List.of(new Thrown("a.B", "x".repeat(LARGE), -1, false, List.of())));
    }

    /** Until it posts as many side by side as it ever does. */
    private void warm() {
        for (int most : new int[] {1, 2, 4, 8}) {
            assertThat(backend.export(errors(101, 100 + most))).isEqualTo(new Delivered(most));
        }
        receiver.clear();
    }

    private List<String> received() {
        return receiver.received().stream().map(item -> item.id()).sorted().toList();
    }

    private static List<String> ids(int... numbers) {
        List<String> ids = new ArrayList<>();
        for (int number : numbers) {
            ids.add(Samples.hex(number));
        }
        return ids.stream().sorted().toList();
    }

    @Test
    void export_receiverTakesThem_postsEightAndMoreAsThoseComeBack() {
        warm();

        DeliveryResult result = backend.export(errors(1, 30));

        // How many more depends on how soon the first ones come back.
        assertThat(result).isInstanceOf(Delivered.class);
        assertThat(result.count()).isBetween(8, 16);
        assertThat(received())
                .isEqualTo(ids(IntStream.rangeClosed(1, result.count()).toArray()));
    }

    @Test
    void export_oneInTheMiddleIsRefused_isSettledInOrderAndNothingIsPostedTwice() {
        warm();
        receiver.refuseLargerThan(LARGE);
        List<Signal> batch = List.of(Samples.error(1), large(2), Samples.error(3), Samples.error(4));

        DeliveryResult first = backend.export(batch);
        DeliveryResult second = backend.export(batch.subList(1, 4));
        DeliveryResult third = backend.export(batch.subList(2, 4));
        DeliveryResult fourth = backend.export(batch.subList(3, 4));

        assertThat(first).isEqualTo(new Delivered(1));
        assertThat(second).isInstanceOf(TooLarge.class).matches(result -> result.count() == 1);
        assertThat(third).isEqualTo(new Delivered(1));
        assertThat(fourth).isEqualTo(new Delivered(1));
        assertThat(receiver.requests()).hasSize(4);
        assertThat(received()).isEqualTo(ids(1, 3, 4));
    }

    @Test
    void export_receiverGoesDown_isAskedByOneAlone() {
        warm();
        receiver.always(Reply.status(503));
        DeliveryResult down = backend.export(errors(1, 9));
        receiver.clear();

        DeliveryResult still = backend.export(errors(1, 9));

        assertThat(down).isInstanceOf(RetryLater.class);
        assertThat(still).isInstanceOf(RetryLater.class);
        assertThat(receiver.requests()).hasSize(1);
    }
}
