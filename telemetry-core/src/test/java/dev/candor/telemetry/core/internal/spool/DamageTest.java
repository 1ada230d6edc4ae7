package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Segments that are cut, flipped, filled or not segments at all. */
class DamageTest {

    private static final String FILE = "tail-0.seg";
    private static final int FRAMES = 40;

    private final TurnedTime time = new TurnedTime();
    private final byte[] whole = segment();
    private final int frameLength = (whole.length - SegmentHeader.SIZE) / FRAMES;

    private byte[] segment() {
        MemoryFs disk = new MemoryFs(time);
        List<TestEvent> events = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            events.add(TestEvent.of(i).sized(66));
        }
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events);
        return disk.content(FILE);
    }

    @Test
    void segment_cutAtEveryByte_deliversEveryWholeFrame() {
        for (int length = 0; length <= whole.length; length++) {
            List<Long> delivered = deliver(Arrays.copyOf(whole, length));

            int intact = Math.max(0, length - SegmentHeader.SIZE) / frameLength;
            assertThat(delivered).as("cut to %d bytes", length).isEqualTo(firstNumbers(intact));
        }
        Soak.report("segment cut at every byte", whole.length + " cuts, every whole frame delivered");
    }

    @Test
    void segment_everyBitFlipped_deliversEveryOtherFrameUnaltered() {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            List<Long> expected = firstNumbers(FRAMES);
            if (bit / 8 >= SegmentHeader.SIZE) {
                expected.remove((bit / 8 - SegmentHeader.SIZE) / frameLength);
            }

            assertThat(deliver(flipped)).as("bit %d flipped", bit).isEqualTo(expected);
        }
        Soak.report("every bit flipped", whole.length * 8 + " flips, every other frame delivered, none altered");
    }

    @Test
    void files_randomBytesUnderASegmentsName_harmNobody() {
        int files = Soak.runs(2_000, 10_000);
        Random random = new Random(4);
        for (int run = 0; run < files; run++) {
            MemoryFs disk = new MemoryFs(time);
            disk.put(FILE, whole);
            String id = Identity.id(1_690_000_000_000L + run, 1, random.nextLong());
            disk.put(id + (random.nextBoolean() ? SegmentName.FREE : SegmentName.OPEN), rubbish(random));
            disk.put(SegmentName.ack(id, TestEvent.A), rubbish(random));
            disk.put("withdrawn", new byte[0]);
            SpoolProcess reader = new SpoolProcess(disk, time, SpoolHarness.limits());

            assertThat(intactNumbers(reader)).as("run %d", run).isEqualTo(firstNumbers(FRAMES));
        }
        Soak.report("random, zero-filled and 4 GB-length files", files + " files, every good segment delivered");
    }

    private byte[] rubbish(Random random) {
        byte[] bytes = new byte[random.nextInt(2_000)];
        switch (random.nextInt(4)) {
            case 0 -> random.nextBytes(bytes);
            case 1 -> Arrays.fill(bytes, (byte) (random.nextBoolean() ? 0 : 0xFF));
            case 2 -> {
                // A good header, and behind it a length of almost 4 GB.
                bytes = Arrays.copyOf(whole, SegmentHeader.SIZE + 100);
                Arrays.fill(bytes, SegmentHeader.SIZE, bytes.length, (byte) 0xFF);
            }
            default -> {
                // Frames of another segment under another salt.
                bytes = whole.clone();
                random.nextBytes(bytes);
                System.arraycopy(whole, SegmentHeader.SIZE, bytes, 64, whole.length - 64);
            }
        }
        return bytes;
    }

    @Test
    void segment_ofANewerVersion_isLeftAlone() {
        MemoryFs disk = new MemoryFs(time);
        byte[] newer = whole.clone();
        newer[4] = 99;
        newer[36] = 99;
        String id = Identity.id(time.wallMillis(), 1, 7);
        disk.put(id + SegmentName.FREE, newer);
        SpoolProcess reader = new SpoolProcess(disk, time, SpoolHarness.limits());

        assertThat(intactNumbers(reader)).isEmpty();
        assertThat(disk.files()).contains(id + SegmentName.FREE);
    }

    @Test
    void frame_insideAnEventsPayload_isNeverTakenForOne() {
        MemoryFs disk = new MemoryFs(time);
        PayloadBuffer forged = new PayloadBuffer();
        FrameFormat.write(TestEvent.of(666), forged);
        FrameFormat.seal(forged, new Checksum(), 0);
        SpoolOptions options = SpoolOptions.of(SpoolMode.COMMAND, null).withTime(time);
        CommandSpool spool = new CommandSpool(options, disk.view());
        spool.append(new Carrying(forged.toByteArray()));
        spool.append(TestEvent.of(1));
        spool.close(SpoolHarness.SOON);
        byte[] damaged = disk.content(FILE);
        damaged[SegmentHeader.SIZE] ^= 1;

        assertThat(deliver(damaged)).containsExactly(1L);
    }

    private List<Long> deliver(byte[] bytes) {
        MemoryFs disk = new MemoryFs(time);
        disk.put(FILE, bytes);
        return intactNumbers(new SpoolProcess(disk, time, SpoolHarness.limits()));
    }

    private static List<Long> intactNumbers(SpoolProcess reader) {
        List<Frame> frames = reader.deliverAll();
        assertThat(frames).allMatch(TestEvent::isIntact);
        reader.state()
                .routes()
                .values()
                .forEach(route -> assertThat(route.balances()).as("%s", route).isTrue());
        return SpoolHarness.numbers(frames);
    }

    private static List<Long> firstNumbers(int count) {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private record Carrying(byte[] bytes) implements Outgoing {
        @Override
        public long idHigh() {
            return TestEvent.of(2).idHigh();
        }

        @Override
        public long idLow() {
            return 2;
        }

        @Override
        public dev.candor.telemetry.Purpose purpose() {
            return dev.candor.telemetry.Purpose.USAGE;
        }

        @Override
        public long[] destinations() {
            return new long[] {TestEvent.A};
        }

        @Override
        public void writePayload(PayloadBuffer out) {
            out.putBytes(bytes, 0, bytes.length);
        }
    }
}
