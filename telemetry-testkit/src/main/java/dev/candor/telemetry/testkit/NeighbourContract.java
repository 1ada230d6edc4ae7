package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Signal;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program around the backend does not notice it. */
interface NeighbourContract extends BackendUnderTest {

    @Test
    default void export_goodAndBadAnswers_leaveNoTraceInTheProcess() throws Exception {
        try (Surroundings before = Surroundings.watch()) {
            try (Bench bench = new Bench(this)) {
                for (Purpose purpose : bench.carries()) {
                    List<Signal> one = Signals.of(purpose, 1);
                    bench.receiver()
                            .next(
                                    Reply.status(200),
                                    Reply.status(400),
                                    Reply.status(503),
                                    Reply.status(401),
                                    Reply.reset());
                    for (int answer = 0; answer < 5; answer++) {
                        bench.backend().export(one);
                    }
                }
                bench.receiver().close();
                bench.backend().export(Signals.of(bench.any(), 1));
            }

            before.checkUnchanged();
        }
    }

    @Test
    default void provider_untilItIsOpened_loadsNoClassOfAVendor() throws Exception {
        IsolatedProvider isolated = IsolatedProvider.of(provider().getClass());

        isolated.askForSpec();

        String own = provider().getClass().getPackageName();
        assertThat(isolated.loaded())
                .contains(provider().getClass().getName())
                .allSatisfy(name -> assertThat(name.startsWith("dev.candor.telemetry.") || name.startsWith(own + "."))
                        .as(name)
                        .isTrue());
    }

    @Test
    default void close_inAClassLoaderThatIsThrownAway_keepsNothingOfIt() throws Exception {
        try (Receiver<?> receiver = receiver()) {
            // A connection that is kept is held by the JDK for some seconds, and with it whoever opened it.
            receiver.always(Reply.status(200, "Connection", "close"));

            WeakReference<ClassLoader> loader = ThrowAwayUse.of(provider().getClass(), settings(receiver));

            assertThat(ThrowAwayUse.collected(loader))
                    .as("the class loader was collected; a thread, a hook or a static of the JDK's may hold it")
                    .isTrue();
        }
    }

    @Test
    default void twoBackends_ofOneProvider_doNotMix() {
        try (Bench one = new Bench(this);
                Bench other = new Bench(this)) {
            new Pipeline(one.backend()).bring(Signals.of(one.any(), 1));
            new Pipeline(other.backend()).bring(List.of(Signals.one(other.any(), 2)));

            assertThat(Bodies.holding(one.receiver(), Signals.marker(1))).isEqualTo(1);
            assertThat(Bodies.holding(one.receiver(), Signals.marker(2))).isZero();
            assertThat(Bodies.holding(other.receiver(), Signals.marker(2))).isEqualTo(1);
            assertThat(Bodies.holding(other.receiver(), Signals.marker(1))).isZero();
        }
    }
}
