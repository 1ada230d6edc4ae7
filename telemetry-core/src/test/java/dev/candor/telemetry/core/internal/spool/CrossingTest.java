package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tools, two versions of one tool, two projects in one JVM: each with destinations of its own, on one directory. */
class CrossingTest extends SpoolHarness {

    private static final int EVENTS = 3_000;

    @Test
    void spools_oneDirectoryTwoDestinations_eachIsHandedItsOwnEventsOnly() {
        Spool one = open(SpoolMode.SERVER);
        Spool other = open(SpoolMode.SERVER);
        RouteReader ofOne = one.reader(TestEvent.A);
        RouteReader ofOther = other.reader(TestEvent.B);
        List<Frame> toOne = new ArrayList<>();
        List<Frame> toOther = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            assertThat(one.append(TestEvent.of(2 * i))).isTrue();
            assertThat(other.append(TestEvent.of(2 * i + 1).to(TestEvent.B))).isTrue();
            if (i % 500 == 499) {
                assertThat(one.sync(SOON) && other.sync(SOON)).isTrue();
                toOne.addAll(drain(ofOne));
                toOther.addAll(drain(ofOther));
            }
        }

        assertThat(counts(toOne))
                .hasSize(EVENTS)
                .allSatisfy((number, times) -> assertThat(number).isEven());
        assertThat(counts(toOther))
                .hasSize(EVENTS)
                .allSatisfy((number, times) -> assertThat(number).isOdd());
    }

    @Test
    void commands_ofTwoProjectsInTurn_leaveOneSegmentAndCrossNothing() {
        for (int i = 0; i < 100; i++) {
            Spool command = open(SpoolMode.COMMAND);
            command.append(TestEvent.of(i).to(i % 2 == 0 ? TestEvent.A : TestEvent.B));
            command.close(SOON);
        }
        assertThat(files()).hasSize(1);

        Spool even = open(SpoolMode.COMMAND);
        List<Long> ofEven = numbers(drain(even.reader(TestEvent.A)));
        even.close(SOON);
        Spool odd = open(SpoolMode.COMMAND);
        List<Long> ofOdd = numbers(drain(odd.reader(TestEvent.B)));
        odd.close(SOON);

        assertThat(ofEven).hasSize(50).allSatisfy(number -> assertThat(number).isEven());
        assertThat(ofOdd).hasSize(50).allSatisfy(number -> assertThat(number).isOdd());
        assertThat(files()).noneMatch(SegmentName::isSegment);
    }
}
