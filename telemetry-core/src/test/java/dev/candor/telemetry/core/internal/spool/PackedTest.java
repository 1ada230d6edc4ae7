package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Segments that were compressed because the room became scarce: cut, flipped, forged, half made. */
class PackedTest {

    private static final SpoolOptions.Limits SCARCE = new SpoolOptions.Limits(
            200_000, Duration.ofDays(7), 100, 120_000, Duration.ofSeconds(30), 1 << 20, 64, Duration.ofSeconds(30));

    private static final int FRAMES = 300;

    private final TurnedTime time = new TurnedTime();
    private final byte[] plain = plain(0);
    private final byte[] packed = pack(plain);
    private final List<int[]> blocks = blocks(packed);

    /** Made once: making them anew takes longer than delivering them. */
    private final Map<CommandEvent, Frame> expected = new ConcurrentHashMap<>();

    private byte[] plain(int first) {
        MemoryFs disk = new MemoryFs(time);
        List<Outgoing> events = new ArrayList<>();
        for (int i = first; i < first + FRAMES; i++) {
            events.add(new CommandEvent(i, time.wallMillis()));
        }
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events);
        return disk.content("tail-0.seg");
    }

    /** Three segments are more than the room, and the first is packed. */
    private byte[] pack(byte[] segment) {
        MemoryFs disk = disk(segment, segment, segment);
        new Store(options(), disk.view()).enforceCaps();
        for (String name : disk.files()) {
            byte[] content = disk.content(name);
            if (content[4] == 2) {
                return content;
            }
        }
        throw new AssertionError("nothing was packed: " + disk.files());
    }

    private MemoryFs disk(byte[]... segments) {
        MemoryFs disk = new MemoryFs(time);
        for (int i = 0; i < segments.length; i++) {
            disk.put(Identity.id(time.wallMillis(), i, 7) + SegmentName.FREE, segments[i]);
        }
        return disk;
    }

    private SpoolOptions options() {
        return SpoolOptions.of(SpoolMode.COMMAND, null).withTime(time).withLimits(SCARCE);
    }

    /** Where each block begins, and the numbers of its first frame and of the one behind its last. */
    private static List<int[]> blocks(byte[] file) {
        List<int[]> blocks = new ArrayList<>();
        int at = header(file).length();
        int frames = 0;
        while (at < file.length) {
            int inIt = 0;
            byte[] one = Arrays.copyOf(file, header(file).length());
            int end = at + 8 + PayloadBuffer.intAt(file, at);
            one = Arrays.copyOf(one, one.length + end - at);
            System.arraycopy(file, at, one, one.length - (end - at), end - at);
            byte[] frameBytes = Packed.expand(one, header(file), new Checksum.Fast(), 1 << 20)
                    .plain();
            FrameScanner scanner = new FrameScanner(
                    new Checksum.Fast(),
                    header(file).salt(),
                    frameBytes,
                    header(file).length(),
                    frameBytes.length);
            while (scanner.next() >= 0) {
                inIt++;
            }
            blocks.add(new int[] {at, frames, frames + inIt});
            frames += inIt;
            at = end;
        }
        return blocks;
    }

    private static SegmentHeader header(byte[] file) {
        return SegmentHeader.read(new Checksum.Fast(), file);
    }

    @Test
    void pack_fullSegment_isFiveTimesSmallerAndDeliversEverything() {
        assertThat(packed.length * 4).isLessThan(plain.length);
        assertThat(deliver(packed)).isEqualTo(numbers(0, FRAMES));
        assertThat(blocks).hasSizeGreaterThan(2);
    }

    @Test
    void packed_everyBitFlipped_losesAtMostTheRestOfOneBlockAndAltersNothing() {
        AtomicInteger lostAtMost = new AtomicInteger();
        int step = Soak.runs(211, 1);
        IntStream.iterate(0, bit -> bit < packed.length * 8, bit -> bit + step)
                .parallel()
                .forEach(bit -> lostAtMost.accumulateAndGet(lostWithFlipped(bit), Math::max));

        assertThat(lostAtMost.get()).isLessThanOrEqualTo(Packed.BLOCK / 300);
        Soak.report(
                "packed segment, bits flipped",
                (packed.length * 8 + step - 1) / step + " flips, every event of the other blocks delivered, "
                        + lostAtMost + " lost at most, none altered");
    }

    private int lostWithFlipped(int bit) {
        byte[] flipped = packed.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);

        List<Integer> delivered = deliver(flipped);

        int[] block = blockAt(bit / 8);
        Set<Integer> missing = new TreeSet<>(numbers(0, FRAMES));
        delivered.forEach(missing::remove);
        missing.removeIf(number -> block != null && number >= block[1] && number < block[2]);
        assertThat(missing).as("bit %d flipped: not come, of other blocks", bit).isEmpty();
        assertThat(delivered).isSorted();
        return FRAMES - delivered.size();
    }

    @Test
    void packed_cutAtEveryByte_deliversEveryWholeBlock() {
        for (int length = 0; length <= packed.length; length += Soak.runs(23, 1)) {
            List<Integer> delivered = deliver(Arrays.copyOf(packed, length));

            int whole = 0;
            for (int[] block : blocks) {
                whole = block[0] + 8 + PayloadBuffer.intAt(packed, block[0]) <= length ? block[2] : whole;
            }
            assertThat(delivered.size()).as("cut to %d bytes", length).isGreaterThanOrEqualTo(whole);
            assertThat(delivered).isEqualTo(numbers(0, delivered.size()));
        }
        Soak.report(
                "packed segment cut at every byte",
                packed.length / Soak.runs(23, 1) + " cuts, every whole block delivered");
    }

    @Test
    void packed_withRubbishInIt_neverAsksForMoreMemoryOrAltersAnything() {
        Random random = new Random(8);
        for (int run = 0; run < Soak.runs(500, 10_000); run++) {
            byte[] broken = packed.clone();
            int from = SegmentHeader.SIZE + random.nextInt(packed.length - SegmentHeader.SIZE);
            int count = Math.min(random.nextInt(2_000), packed.length - from);
            for (int i = from; i < from + count; i++) {
                broken[i] = (byte) (run % 3 == 0 ? 0 : run % 3 == 1 ? 0xFF : random.nextInt());
            }

            assertThat(deliver(broken))
                    .as("run %d", run)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    /** As zeros within a deflated block may make of the last frame before them. */
    @Test
    void packed_damagedBlockThatRepeatsAFrame_deliversItOnce() {
        SegmentHeader header = header(packed);
        Group frames = new Group();
        frames.add(new CommandEvent(7, time.wallMillis()));
        frames.add(new CommandEvent(7, time.wallMillis()));
        frames.seal(new Checksum.Fast(), header.salt());
        PayloadBuffer file = new PayloadBuffer();
        file.putBytes(packed, 0, header.length());
        Packed.write(frames, header.length(), new Checksum.Fast(), header.salt(), file);
        byte[] damaged = file.toByteArray();
        damaged[header.length() + 4] ^= 1;

        assertThat(deliver(damaged)).containsExactly(7);
    }

    @Test
    void packed_besideItsSource_countsOnce() {
        MemoryFs disk = new MemoryFs(time);
        String source = header(packed).sources().get(0);
        disk.put(source + SegmentName.FREE, plain);
        disk.put(Identity.id(time.wallMillis(), 9, 7) + SegmentName.FREE, packed);

        assertThat(deliver(disk)).isEqualTo(numbers(0, FRAMES));
    }

    @Test
    void packed_halfDelivered_goesOnWhereItStopped() {
        MemoryFs disk = new MemoryFs(time);
        disk.put(Identity.id(time.wallMillis(), 9, 7) + SegmentName.FREE, packed);
        SpoolProcess first = new SpoolProcess(disk, time, SpoolHarness.limits());
        assertThat(first.deliver(120)).hasSize(120);
        first.close();

        assertThat(deliver(disk)).isEqualTo(numbers(120, FRAMES));
    }

    @Test
    void pack_killedAtEachOperation_losesNothing() {
        int places = 0;
        for (boolean died = true; died; places++) {
            MemoryFs disk = disk(plain, plain(FRAMES), plain(2 * FRAMES));
            FaultyFs fs = new FaultyFs(disk.view());
            AtomicInteger operations = new AtomicInteger();
            int last = places;
            fs.faults((operation, name) -> {
                if (operations.getAndIncrement() >= last) {
                    throw new IOException("dead");
                }
                return -1;
            });
            new Store(options(), fs).enforceCaps();
            died = operations.get() > last;

            time.pass(Duration.ofMinutes(1));
            assertThat(deliver(disk))
                    .as("dead after %d operations", last)
                    .containsExactlyInAnyOrderElementsOf(numbers(0, 3 * FRAMES));
        }
        Soak.report("killed while a segment is packed", places - 1 + " places, 0 lost, 0 twice");
    }

    @Test
    void packed_purposeWithdrawn_isGone() {
        MemoryFs disk = new MemoryFs(time);
        disk.put(Identity.id(time.wallMillis(), 9, 7) + SegmentName.FREE, packed);
        SpoolProcess one = new SpoolProcess(disk, time, SpoolHarness.limits());

        one.purge(Set.of(Purpose.USAGE));

        assertThat(deliver(disk)).isEmpty();
        assertThat(disk.files()).noneMatch(SegmentName::isSegment);
    }

    private int[] blockAt(int offset) {
        int[] found = null;
        for (int[] block : blocks) {
            found = block[0] <= offset ? block : found;
        }
        return found;
    }

    private List<Integer> deliver(byte[] segment) {
        MemoryFs disk = new MemoryFs(time);
        disk.put(Identity.id(time.wallMillis(), 9, 7) + SegmentName.FREE, segment);
        return deliver(disk);
    }

    private List<Integer> deliver(MemoryFs disk) {
        SpoolProcess reader = new SpoolProcess(disk, time, SpoolHarness.limits());
        List<Integer> numbers = new ArrayList<>();
        for (Frame frame : reader.deliverAll(2 * FRAMES)) {
            int number = CommandEvent.numberOf(frame);
            assertThat(frame)
                    .isEqualTo(expected.computeIfAbsent(
                            new CommandEvent(number, frame.timeMillis()), CommandEvent::frame));
            numbers.add(number);
        }
        reader.state()
                .routes()
                .values()
                .forEach(route -> assertThat(route.balances()).as("%s", route).isTrue());
        return numbers;
    }

    private static List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
