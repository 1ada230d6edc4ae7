package dev.candor.benchmarks.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The harness runs and counts. Nothing here depends on how long anything took. */
class RateTest {
    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource(names = {"CANDOR_SENTRY", "CANDOR_OTLP"})
    void run_twoWaves_allArriveOnce(Contender contender) throws Exception {
        RateChild child = new RateChild(each -> System.getProperty("java.class.path"), 0, 0);

        Pass pass = child.run(contender, Queue.LARGE, 2, 100, RateChild.home(work));

        assertThat(List.of(pass.first(), pass.warm())).allSatisfy(rate -> {
            assertThat(rate.recorded()).isEqualTo(2 * contender.events(100));
            assertThat(rate.arrived().events()).isEqualTo(rate.recorded());
            assertThat(rate.lost()).isZero();
            assertThat(rate.arrived().twice()).isZero();
            assertThat(rate.cpuNanos()).isPositive();
        });
        assertThat(RateTable.of(List.of(new Standing(contender, List.of(pass), pass.warm()))))
                .contains("| " + contender.destination() + " | " + contender.title() + " |");
    }

    @Test
    void match_clientsOfOtlp_areComparedAsTheyCompress() {
        assertThat(Contender.CANDOR_OTLP.match())
                .isEqualTo(Contender.OTLP_GZIP.match())
                .isNotEqualTo(Contender.OTLP_PLAIN.match());
        assertThat(Contender.CANDOR_OTLP_PLAIN.match()).isEqualTo(Contender.OTLP_PLAIN.match());
        assertThat(Contender.CANDOR_POSTHOG.match()).isEqualTo(Contender.POSTHOG.match());
    }

    @Test
    void find_severalInABody_findsEach() {
        byte[] body = ("{\"a\":\"" + Serials.text(7) + "\"}\n77.7.1 " + Serials.text(1_234) + ',' + Serials.text(0))
                .getBytes(StandardCharsets.US_ASCII);
        List<Integer> found = new ArrayList<>();

        Serials.find(body, found::add);

        assertThat(found).containsExactly(7, 1_234, 0);
    }

    @Test
    void await_someNeverCome_saysHowManyDid() throws Exception {
        Counts counts = new Counts();
        counts.start();
        counts.arrived(Serials.text(1).getBytes(StandardCharsets.US_ASCII), 10);
        counts.arrived((Serials.text(1) + " " + Serials.text(2)).getBytes(StandardCharsets.US_ASCII), 20);

        Arrived arrived = counts.await(3, TimeUnit.MILLISECONDS.toNanos(20));

        assertThat(arrived.events()).isEqualTo(2);
        assertThat(arrived.twice()).isEqualTo(1);
        assertThat(arrived.posts()).isEqualTo(2);
        assertThat(arrived.bytes()).isEqualTo(30);
        assertThat(Arrived.read(arrived.line())).isEqualTo(arrived);
    }

    @Test
    void plus_twoRuns_isTheSumOfEverything() {
        Rate one = new Rate(new Arrived(1, 2, 3, 4, 5), 6, 7, 8);
        Rate other = new Rate(new Arrived(10, 20, 30, 40, 50), 60, 70, 80);

        assertThat(one.plus(other)).isEqualTo(new Rate(new Arrived(11, 22, 33, 44, 55), 66, 77, 88));
        assertThat(Rate.read(other.line())).isEqualTo(other);
    }
}
