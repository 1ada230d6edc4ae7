package dev.candor.examples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MachineTest {
    private static final String OWN = "(a ) b) S 1 1 1 0 -1 4194304 100 0 0 0 ";

    @Test
    void of_whatLinuxTells_countsAllButIdleTimeAndOfThisProgramItsChildrenToo() {
        String everybody = "cpu  100 20 30 7000 900 4 5 6 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n";

        Machine machine = Machine.of(everybody, "4711 " + OWN + "10 20 30 40 20 0 1 0");

        assertThat(machine.busySeconds()).isCloseTo(1.65, within(1e-9));
        assertThat(machine.ownSeconds()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void othersSince_someTime_leavesOutWhatIsItsOwn() {
        Machine earlier = new Machine(10, 2);

        assertThat(new Machine(25, 6).othersSince(earlier)).isCloseTo(11, within(1e-9));
    }
}
