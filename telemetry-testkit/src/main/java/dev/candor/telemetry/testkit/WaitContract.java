package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What the receiver asks for is waited for, within reason. */
interface WaitContract extends BackendUnderTest {

    @Test
    default void export_tooManyRequests_waitsTheSecondsThatAreAskedFor() {
        assertThat(waitAfter(429, "119")).isEqualTo(Duration.ofSeconds(119));
        assertThat(waitAfter(503, "17")).isEqualTo(Duration.ofSeconds(17));
        assertThat(waitAfter(429, " 2.5 ")).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(3));
    }

    @Test
    default void export_tooManyRequestsUntilADate_waitsForIt() {
        ZonedDateTime until = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(200).truncatedTo(ChronoUnit.SECONDS);

        Duration wait = waitAfter(429, DateTimeFormatter.RFC_1123_DATE_TIME.format(until));

        // Between the two clocks lies the time that the test takes.
        assertThat(wait).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(200));
    }

    @Test
    default void export_askedForMoreThanReason_waitsTheLongestThatIsAllowed() {
        assertThat(waitAfter(429, "86400")).isEqualTo(longestWait());
        assertThat(waitAfter(429, "1e18")).isEqualTo(longestWait());
        assertThat(waitAfter(429, "99999999999999999999")).isEqualTo(longestWait());
    }

    @Test
    default void export_askedForTwoWaits_waitsTheLonger() {
        assertThat(waitAfter(429, "5", "90")).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    default void export_askedForNonsense_waitsNoLongerThanTheLongest() {
        for (String nonsense :
                new String[] {"-1", "soon", "", "NaN", "0x10", "Thu, 01 Jan 1970 00:00:00 GMT", "0", "1;2"}) {
            assertThat(waitAfter(429, nonsense)).as(nonsense).isBetween(Duration.ZERO, longestWait());
        }
    }

    private Duration waitAfter(int status, String... headers) {
        try (Bench bench = new Bench(this)) {
            bench.receiver().always(Reply.status(status, "Retry-After", headers));

            DeliveryResult result = bench.backend().export(Signals.of(bench.any(), 1));

            assertThat(result).isInstanceOf(DeliveryResult.RetryLater.class);
            return ((DeliveryResult.RetryLater) result).after();
        }
    }
}
