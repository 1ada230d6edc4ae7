package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames whose purpose was withdrawn. */
class PurgeTest extends SpoolHarness {

    @ParameterizedTest
    @EnumSource(SpoolMode.class)
    void purge_onePurpose_isGoneFromMemoryAndDisk(SpoolMode mode) throws IOException {
        Spool spool = open(mode);
        spool.reader(TestEvent.A);
        for (int i = 0; i < 100; i++) {
            spool.append(TestEvent.of(i).about(i % 2 == 0 ? Purpose.USAGE : Purpose.ERRORS));
        }

        spool.purge(Set.of(Purpose.ERRORS));

        List<Frame> left = drain(spool.reader(TestEvent.A));
        assertThat(left).hasSize(50).allMatch(frame -> frame.purpose() == Purpose.USAGE);
        assertThat(spool.state().dropped()).containsEntry(DropReason.WITHDRAWN, 50L);
    }

    @Test
    void purge_fromAnotherProcess_leavesNoByteOfIt() throws IOException {
        Spool running = open(SpoolMode.SERVER);
        running.append(TestEvent.of(77).about(Purpose.ERRORS));
        running.append(TestEvent.of(78).about(Purpose.USAGE));
        assertThat(running.sync(SOON)).isTrue();

        Spool other = open(SpoolMode.COMMAND);
        other.purge(Set.of(Purpose.ERRORS));

        byte[] secret = TestEvent.payload(77, 40);
        for (String name : files()) {
            assertThat(indexOf(Files.readAllBytes(directory().toPath().resolve(name)), secret))
                    .as("place of a withdrawn payload in %s", name)
                    .isNegative();
        }
        running.append(TestEvent.of(79).about(Purpose.USAGE));
        assertThat(running.sync(SOON)).isTrue();
        running.close(SOON);
        assertThat(numbers(drain(other.reader(TestEvent.A)))).containsExactlyInAnyOrder(78L, 79L);
    }

    @ParameterizedTest
    @EnumSource(
            value = SpoolMode.class,
            names = {"COMMAND", "SERVER"})
    void append_afterAnotherProcessPurged_isDroppedWithThatWriteAndTakenAgainAfterIt(SpoolMode mode) {
        Spool running = open(mode);
        running.append(TestEvent.of(1).about(Purpose.ERRORS));
        running.sync(SOON);
        Spool other = open(SpoolMode.COMMAND);
        other.purge(Set.of(Purpose.ERRORS));

        running.append(TestEvent.of(2).about(Purpose.ERRORS));
        running.sync(SOON);
        running.append(TestEvent.of(3).about(Purpose.ERRORS));
        running.close(SOON);

        assertThat(numbers(drain(other.reader(TestEvent.A)))).containsExactly(3L);
        assertThat(running.state().dropped()).containsEntry(DropReason.WITHDRAWN, 1L);
    }

    @Test
    void peek_purgedByAnotherProcessMeanwhile_showsNothingOfIt() {
        Spool reading = open(SpoolMode.COMMAND);
        RouteReader reader = reading.reader(TestEvent.A);
        for (int i = 0; i < 10; i++) {
            reading.append(TestEvent.of(i).about(i < 5 ? Purpose.ERRORS : Purpose.USAGE));
        }
        assertThat(reader.peek(100, 1 << 20)).hasSize(10);

        open(SpoolMode.COMMAND).purge(Set.of(Purpose.ERRORS));

        assertThat(reader.peek(100, 1 << 20)).noneMatch(frame -> frame.purpose() == Purpose.ERRORS);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
