package dev.candor.telemetry.core.internal.spool;

/**
 * The Castagnoli checksum for a handful of bytes.
 *
 * <p>{@link java.util.zip.CRC32C} builds eight tables when it is loaded: 2.4 ms in a cold process, more than all else
 * that a short command's event costs. Sixteen entries and two look-ups for each byte are enough there; everything that
 * handles many frames uses the JDK's.
 */
final class Crc32c {

    private static final int[] TABLE = {
        0x00000000, 0x105EC76F, 0x20BD8EDE, 0x30E349B1, 0x417B1DBC, 0x5125DAD3, 0x61C69362, 0x7198540D,
        0x82F63B78, 0x92A8FC17, 0xA24BB5A6, 0xB21572C9, 0xC38D26C4, 0xD3D3E1AB, 0xE330A81A, 0xF36E6F75,
    };

    private Crc32c() {}

    static int of(byte[] bytes, int offset, int count) {
        int crc = ~0;
        for (int i = offset; i < offset + count; i++) {
            crc ^= bytes[i] & 0xFF;
            crc = (crc >>> 4) ^ TABLE[crc & 15];
            crc = (crc >>> 4) ^ TABLE[crc & 15];
        }
        return ~crc;
    }
}
