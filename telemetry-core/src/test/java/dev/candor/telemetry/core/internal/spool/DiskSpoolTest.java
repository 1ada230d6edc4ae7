package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an empty directory to delivery and back to an empty directory. */
class DiskSpoolTest extends SpoolHarness {

    /** As a command leaves it that is killed while it hands its segment to the next; a copy by links elsewhere is no second name. */
    @Test
    void deliver_segmentOfTwoNamesAndALinkElsewhere_comesOnce() throws IOException {
        Spool command = open(SpoolMode.COMMAND);
        for (int i = 0; i < 10; i++) {
            command.append(TestEvent.of(i).at(time.wallMillis()));
        }
        command.close(SOON);
        Path tail = directory().toPath().resolve("tail-0.seg");
        Files.createLink(home.resolve("backup"), tail);
        Files.createLink(
                directory().toPath().resolve(Identity.id(time.wallMillis() - 1, 1, 7) + SegmentName.OPEN), tail);
        time.pass(Duration.ofMinutes(5));

        Spool reading = open(SpoolMode.COMMAND);
        List<Frame> delivered = drain(reading.reader(TestEvent.A));

        assertThat(numbers(delivered)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(files()).noneMatch(SegmentName::isSegment);
    }

    @Test
    void open_nothingAppended_touchesNoFile() {
        Spool spool = open(SpoolMode.COMMAND);

        spool.close(SOON);

        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(
            value = SpoolMode.class,
            names = {"COMMAND", "SERVER"})
    void close_thenOpenAgain_deliversInOrder(SpoolMode mode) {
        Spool writer = open(mode);
        for (int i = 0; i < 250; i++) {
            assertThat(writer.append(TestEvent.of(i))).isTrue();
        }
        writer.close(SOON);

        List<Frame> delivered = drain(open(mode).reader(TestEvent.A));

        assertThat(numbers(delivered))
                .isEqualTo(LongStream.range(0, 250).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(SpoolMode.class)
    void peek_sameProcess_seesFramesAsTheyCome(SpoolMode mode) throws InterruptedException {
        Spool spool = open(mode);
        RouteReader reader = spool.reader(TestEvent.A);

        for (int i = 0; i < 1_000; i++) {
            spool.append(TestEvent.of(i));
        }

        List<Frame> delivered = drain(reader);
        while (delivered.size() < 1_000 && reader.await(SOON)) {
            delivered.addAll(drain(reader));
        }
        assertThat(numbers(delivered))
                .isEqualTo(LongStream.range(0, 1_000).boxed().toList());
        assertThat(spool.state().routes().get(TestEvent.A).delivered()).isEqualTo(1_000);
    }

    @Test
    void peek_notSettled_comesAgain() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        for (int i = 0; i < 10; i++) {
            spool.append(TestEvent.of(i));
        }

        List<Frame> first = reader.peek(4, 1 << 20);
        List<Frame> again = reader.peek(4, 1 << 20);
        reader.settle(3);
        List<Frame> rest = drain(reader);

        assertThat(again).isEqualTo(first);
        assertThat(numbers(rest)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void peek_byteLimit_largerFirstFrameComesAlone() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(1).sized(200_000));
        spool.append(TestEvent.of(2).sized(600));
        spool.append(TestEvent.of(3).sized(600));

        assertThat(numbers(reader.peek(10, 1_000))).containsExactly(1L);
        reader.settle(1);
        assertThat(numbers(reader.peek(10, 1_000))).containsExactly(2L);
        assertThat(numbers(reader.peek(10, 1_200))).containsExactly(2L, 3L);
    }

    @Test
    void files_writtenAndRead_areForThisUserOnly() throws IOException {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(1));
        spool.append(TestEvent.of(2));
        reader.peek(1, 1 << 20);
        reader.settle(1);

        Path directory = directory().toPath();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(files()).hasSize(3);
        for (String name : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void age_olderThanTheLimit_isDroppedAndCounted() {
        Spool writer = open(SpoolMode.COMMAND);
        writer.append(TestEvent.of(1).at(time.wallMillis()));
        time.pass(Duration.ofDays(6));
        writer.append(TestEvent.of(2).at(time.wallMillis()));
        writer.close(SOON);
        time.pass(Duration.ofDays(2));

        Spool spool = open(SpoolMode.COMMAND);
        List<Frame> delivered = drain(spool.reader(TestEvent.A));

        assertThat(numbers(delivered)).containsExactly(2L);
        assertThat(spool.state().dropped()).containsEntry(DropReason.TOO_OLD, 1L);
    }
}
