package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader's owner is told when many frames came. */
@Timeout(120)
class NewcomersTest extends SpoolHarness {
    private static final int MANY = 50;

    private final Account account = new Account();
    private final AtomicInteger words = new AtomicInteger();
    private final CountDownLatch told = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource(
            value = SpoolMode.class,
            names = {"SERVER", "MEMORY"})
    void whenMany_manyCame_isTold(SpoolMode mode) throws InterruptedException {
        Spool spool = open(mode);
        RouteReader reader = listening(spool);
        append(spool, MANY - 1);
        spool.state();
        reader.settle(reader.peek(MANY, 1_000_000).size());

        append(spool, MANY - 1);
        spool.state();
        assertThat(told.getCount()).as("not told, though so many came in all").isEqualTo(1);

        append(spool, 1);
        assertThat(told.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenMany_othersEmptyTheRing_isToldAllTheSame() throws InterruptedException {
        Spool spool = open(SpoolMode.MEMORY);
        listening(spool);

        for (int i = 0; i < MANY; i++) {
            append(spool, 1);
            spool.state();
        }

        assertThat(told.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void written_someAreLeftAfterAFullPeek_countsThem() {
        Newcomers newcomers = newcomers();
        come(newcomers, MANY + 8);
        assertThat(words).hasValue(1);
        newcomers.taken(MANY);

        come(newcomers, MANY - 9);
        assertThat(words).hasValue(1);

        come(newcomers, 1);
        assertThat(words).hasValue(2);
    }

    @Test
    void written_nobodyTakesAny_tellsOnceForAsMany() {
        Newcomers newcomers = newcomers();

        for (int i = 0; i < 3 * MANY; i++) {
            come(newcomers, 1);
            newcomers.written();
        }

        assertThat(words).hasValue(3);
    }

    @Test
    void written_framesOfOtherProcessesWereTaken_countsOwn() {
        Newcomers newcomers = newcomers();
        newcomers.taken(10 * MANY);

        come(newcomers, MANY);

        assertThat(words).hasValue(1);
    }

    @Test
    void written_allWereOfferedAndNoneTaken_countsThemToo() {
        Newcomers newcomers = newcomers();
        come(newcomers, MANY - 1);
        newcomers.allOffered(account.accepted(), MANY - 1);

        come(newcomers, 1);

        assertThat(words).hasValue(1);
    }

    @Test
    void close_manyCome_isNotTold() {
        Arrivals arrivals = new Arrivals();
        StoreReader reader = new StoreReader(1, account, null, new MemoryStore(1_000, new Accounts()), arrivals);
        reader.whenMany(MANY, words::incrementAndGet);
        account.accept(MANY);
        arrivals.written();
        reader.close();

        account.accept(MANY);
        arrivals.written();

        assertThat(words).hasValue(1);
    }

    private Newcomers newcomers() {
        return new Newcomers(account, MANY, words::incrementAndGet);
    }

    private void come(Newcomers newcomers, int count) {
        account.accept(count);
        newcomers.written();
    }

    private RouteReader listening(Spool spool) {
        RouteReader reader = spool.reader(TestEvent.of(0).destinations()[0]);
        reader.whenMany(MANY, told::countDown);
        return reader;
    }

    private static void append(Spool spool, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }
    }
}
