package dev.candor.telemetry.core.internal.spool;

/** Little-endian numbers in byte arrays. */
final class Bytes {

    private Bytes() {}

    static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    static long longAt(byte[] bytes, int at) {
        return (intAt(bytes, at) & 0xFFFFFFFFL) | (long) intAt(bytes, at + 4) << 32;
    }
}
