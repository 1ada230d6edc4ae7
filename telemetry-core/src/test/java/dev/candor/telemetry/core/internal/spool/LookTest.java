package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who only looks changes nothing. */
class LookTest extends SpoolHarness {

    @Test
    void look_whileAnotherProcessHoldsEverything_seesItAndChangesNothing() {
        Spool server = open(SpoolMode.SERVER);
        RouteReader reader = server.reader(TestEvent.A);
        for (int i = 0; i < 10; i++) {
            server.append(TestEvent.of(i));
        }
        assertThat(server.sync(SOON)).isTrue();
        assertThat(reader.peek(3, 1 << 20)).hasSize(3);
        reader.settle(3);
        List<String> before = files();
        Spool onlooker = open(SpoolMode.COMMAND);

        List<Frame> seen = onlooker.look(TestEvent.A, 5, 1 << 20);

        assertThat(numbers(seen)).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(onlooker.look(TestEvent.B, 5, 1 << 20)).isEmpty();
        assertThat(new Onlooker(onlooker, TestEvent.A).waiting()).isEqualTo(7);
        assertThat(files()).isEqualTo(before);
        assertThat(numbers(drain(reader))).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void look_memory_seesWhatWaits() {
        Spool spool = open(SpoolMode.MEMORY);
        spool.append(TestEvent.of(1));
        spool.append(TestEvent.of(2));

        assertThat(numbers(spool.look(TestEvent.A, 1, 1 << 20))).containsExactly(1L);
        assertThat(numbers(drain(spool.reader(TestEvent.A)))).containsExactly(1L, 2L);
    }
}
