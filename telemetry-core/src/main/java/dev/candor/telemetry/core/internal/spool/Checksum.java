package dev.candor.telemetry.core.internal.spool;

import java.util.zip.CRC32C;

/**
 * The checksum of a frame: CRC-32C over the segment's salt and then the frame.
 *
 * <p>The salt keeps a frame from being valid anywhere but in its segment: neither stale disk blocks that a power loss
 * leaves in a file, nor bytes that somebody puts into an event, can pass for a frame.
 *
 * <p>This one is for a handful of frames in a cold process: {@link CRC32C} builds eight tables when it is loaded, which
 * takes 2.4 ms; sixteen entries and two look-ups for each byte do here.
 */
class Checksum {

    private static final int[] TABLE = {
        0x00000000, 0x105EC76F, 0x20BD8EDE, 0x30E349B1, 0x417B1DBC, 0x5125DAD3, 0x61C69362, 0x7198540D,
        0x82F63B78, 0x92A8FC17, 0xA24BB5A6, 0xB21572C9, 0xC38D26C4, 0xD3D3E1AB, 0xE330A81A, 0xF36E6F75,
    };

    int of(long salt, byte[] bytes, int offset, int count) {
        int crc = ~0;
        for (int i = 0; i < 8; i++) {
            crc = step(crc, (int) (salt >>> (8 * i)));
        }
        for (int i = offset; i < offset + count; i++) {
            crc = step(crc, bytes[i]);
        }
        return ~crc;
    }

    private static int step(int crc, int next) {
        int mixed = crc ^ (next & 0xFF);
        mixed = (mixed >>> 4) ^ TABLE[mixed & 15];
        return (mixed >>> 4) ^ TABLE[mixed & 15];
    }

    /** For many frames: the processor's own instruction. One thread at a time. */
    static final class Fast extends Checksum {

        private final CRC32C crc = new CRC32C();
        private final byte[] prefix = new byte[8];

        @Override
        int of(long salt, byte[] bytes, int offset, int count) {
            for (int i = 0; i < 8; i++) {
                prefix[i] = (byte) (salt >>> (8 * i));
            }
            crc.reset();
            crc.update(prefix, 0, prefix.length);
            crc.update(bytes, offset, count);
            return (int) crc.getValue();
        }
    }
}
