package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final String SEGMENT = "segment-1";
    private static final long SALT = 77;
    private static final long DESTINATION = 5;

    private final MemoryFs disk = new MemoryFs(Time.system());
    private final Cursors cursors = new Cursors(disk.view());
    private final String file = SegmentName.ack(SEGMENT, DESTINATION);

    private int read() {
        return new Cursors(disk.view()).read(SEGMENT, SALT, DESTINATION);
    }

    @Test
    void read_neverWritten_isTheBeginning() {
        assertThat(read()).isZero();
    }

    @Test
    void write_manyTimes_keepsTheLastAndStaysSmall() throws Exception {
        for (int offset = 1; offset <= 1_000; offset++) {
            cursors.write(SEGMENT, SALT, DESTINATION, offset);

            assertThat(read()).isEqualTo(offset);
            assertThat(disk.view().length(file)).isBetween(12L, 4_096L);
        }

        assertThat(disk.files()).containsExactly(file);
    }

    @Test
    void read_lastRecordTorn_isTheOneBefore() throws Exception {
        cursors.write(SEGMENT, SALT, DESTINATION, 100);
        cursors.write(SEGMENT, SALT, DESTINATION, 200);
        MemoryFs.Node node = disk.names.get(file);
        node.bytes = Arrays.copyOf(node.bytes, node.bytes.length - 5);

        int torn = read();
        cursors.write(SEGMENT, SALT, DESTINATION, 300);

        assertThat(torn).isEqualTo(100);
        assertThat(read()).isEqualTo(300);
    }

    @Test
    void read_lastRecordRubbish_isTheOneBefore() throws Exception {
        cursors.write(SEGMENT, SALT, DESTINATION, 100);
        cursors.write(SEGMENT, SALT, DESTINATION, 200);
        byte[] bytes = disk.names.get(file).bytes;
        Arrays.fill(bytes, bytes.length - 12, bytes.length, (byte) 0);

        int damaged = read();
        cursors.write(SEGMENT, SALT, DESTINATION, 300);

        assertThat(damaged).isEqualTo(100);
        assertThat(read()).isEqualTo(300);
    }

    @Test
    void read_cursorOfAnotherSegment_isTheBeginning() throws Exception {
        cursors.write(SEGMENT, SALT + 1, DESTINATION, 100);

        assertThat(read()).isZero();
    }
}
