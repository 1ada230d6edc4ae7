package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.http.Abreast.Step;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.RetryLater;
import dev.candor.telemetry.spi.DeliveryResult.TooLarge;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Posts of two signals each, of which any may come to something else. */
class AbreastTest {
    private static final Resource RESOURCE =
            new Resource("tool", "1", "", "", "", "", "", "", 1, 0, false, "", List.of(), Map.of());

    private final Map<Long, DeliveryResult> answers = new HashMap<>();
    private final List<Long> posted = new ArrayList<>();
    private long nanos;
    private long stepNanos;
    private final Abreast abreast = new Abreast(2, 3, this::post, () -> nanos);

    private Step post(List<Signal> signals) {
        nanos += stepNanos;
        long first = number(signals.get(0));
        if (first < 0) {
            throw new IllegalStateException("cannot be written");
        }
        posted.add(first);
        int count = Math.min(2, signals.size());
        return Step.begun(count, () -> answers.getOrDefault(first, new Delivered(count)));
    }

    private static long number(Signal signal) {
        return signal.header().id().getLeastSignificantBits();
    }

    private static List<Signal> signals(int... numbers) {
        List<Signal> signals = new ArrayList<>();
        for (int number : numbers) {
            signals.add(new UsageEvent(new Header(new UUID(0, number), Instant.EPOCH, "", RESOURCE), "name", Map.of()));
        }
        return signals;
    }

    /** Until it posts as many side by side as it ever does. */
    private void warm() {
        assertThat(abreast.export(signals(101, 102, 103))).isEqualTo(new Delivered(2));
        assertThat(abreast.export(signals(101, 102, 103))).isEqualTo(new Delivered(3));
        posted.clear();
    }

    @Test
    void export_taken_postsAsManyAsItMay() {
        warm();

        DeliveryResult result = abreast.export(signals(1, 2, 3, 4, 5, 6, 7, 8));

        assertThat(result).isEqualTo(new Delivered(6));
        assertThat(posted).containsExactly(1L, 3L, 5L);
    }

    @Test
    void export_takesItsTime_beginsNoMoreThanAreOnTheirWayAtOnce() {
        warm();
        stepNanos = 15_000_000;

        DeliveryResult result = abreast.export(signals(1, 2, 3, 4, 5, 6, 7, 8));

        assertThat(result).isEqualTo(new Delivered(4));
        assertThat(posted).containsExactly(1L, 3L);
    }

    @Test
    void export_someRefused_countsThemTogether() {
        warm();
        answers.put(3L, new Delivered(2, 1));

        assertThat(abreast.export(signals(1, 2, 3, 4))).isEqualTo(new Delivered(4, 1));
    }

    @Test
    void export_oneInTheMiddleFails_isSaidInOrderAndPostedOnce() {
        warm();
        answers.put(3L, new TooLarge(2, "too large"));

        assertThat(abreast.export(signals(1, 2, 3, 4, 5, 6))).isEqualTo(new Delivered(2));
        assertThat(abreast.export(signals(3, 4, 5, 6))).isInstanceOf(TooLarge.class);
        assertThat(abreast.export(signals(5, 6))).isEqualTo(new Delivered(2));
        assertThat(posted).containsExactly(1L, 3L, 5L);
    }

    @Test
    void export_halvedAfterwards_isPostedAgain() {
        warm();
        answers.put(3L, new TooLarge(2, "too large"));
        abreast.export(signals(1, 2, 3, 4));
        abreast.export(signals(3, 4));
        answers.clear();

        assertThat(abreast.export(signals(3))).isEqualTo(new Delivered(1));
        assertThat(posted).containsExactly(1L, 3L, 3L);
    }

    @Test
    void export_receiverGoesDown_isAskedByOneAlone() {
        warm();
        for (long first = 1; first < 6; first++) {
            answers.put(first, new RetryLater(Duration.ZERO, "503"));
        }
        abreast.export(signals(1, 2, 3, 4));
        posted.clear();

        assertThat(abreast.export(signals(1, 2, 3, 4))).isInstanceOf(RetryLater.class);
        assertThat(posted).containsExactly(1L);
    }

    @Test
    void export_laterOneCannotBeWritten_isFoundOutWhenItIsTheFirst() {
        warm();

        assertThat(abreast.export(signals(1, 2, -1))).isEqualTo(new Delivered(2));
        assertThatThrownBy(() -> abreast.export(signals(-1))).hasMessage("cannot be written");
    }

    @Test
    void take_batchBeginsOtherwise_isNotKnown() {
        EarlyResults early = new EarlyResults();
        early.add(signals(1, 2), new Delivered(2));

        assertThat(early.take(signals(1, 3))).isNull();
        assertThat(early.take(signals(1, 2))).isNull();
    }

    @Test
    void add_neverBroughtAgain_areForgottenInTheEnd() {
        EarlyResults early = new EarlyResults();

        for (int i = 0; i < 1_000; i++) {
            early.add(signals(i), new Delivered(1));
        }

        assertThat(early.has(signals(1))).isFalse();
        assertThat(early.take(signals(999))).isEqualTo(new Delivered(1));
    }
}
