package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.Random;
import java.util.UUID;

/**
 * An event as large as a short command's, with as much in it that no other event has: some 350 bytes a frame.
 *
 * <p>Every frame says anew what software, system and run it is of; ids and measured values are random.
 */
record CommandEvent(long number, long millis) implements Outgoing {

    private static final String[] RESOURCE = {
        "service.name",
        "loader",
        "service.version",
        "1.18.2",
        "telemetry.sdk",
        "candor",
        "os.type",
        "linux",
        "os.version",
        "6.1.0-18-amd64",
        "host.arch",
        "x86_64",
        "runtime.name",
        "OpenJDK Runtime Environment",
        "runtime.version",
        "17.0.15+6",
        "terminal",
        "xterm-256color",
        "ci",
        "false",
        "cpus",
        "16",
    };

    private static final String[] DESTINATIONS = {"duckdb", "postgres", "bigquery", "snowflake", "filesystem"};

    @Override
    public long idHigh() {
        return millis << 16 | 0x7000 | new Random(number).nextInt(0x1000);
    }

    /** The number, with as many random bits as an id has. */
    @Override
    public long idLow() {
        return number | (new Random(~number).nextLong() & ~0xFFFFFFFFL);
    }

    static int numberOf(Frame frame) {
        return (int) frame.idLow();
    }

    @Override
    public Purpose purpose() {
        return Purpose.USAGE;
    }

    @Override
    public long[] destinations() {
        return new long[] {TestEvent.A};
    }

    @Override
    public void writePayload(PayloadBuffer out) {
        Random random = new Random(number);
        byte[] run = new byte[16];
        random.nextBytes(run);
        out.putString(UUID.nameUUIDFromBytes(run).toString());
        for (String each : RESOURCE) {
            out.putString(each);
        }
        out.putString("pipeline.load");
        out.putVarint(5);
        out.putString("destination");
        out.putString(DESTINATIONS[random.nextInt(DESTINATIONS.length)]);
        out.putString("elapsed");
        out.putDouble(random.nextDouble() * 60);
        out.putString("rows");
        out.putVarint(random.nextInt(1_000_000));
        out.putString("incremental");
        out.putBoolean(random.nextBoolean());
        out.putString("schema");
        out.putString("1." + random.nextInt(20) + '.' + random.nextInt(10));
    }

    /** What comes back of it. */
    Frame frame() {
        PayloadBuffer payload = new PayloadBuffer();
        writePayload(payload);
        return new Frame(idHigh(), idLow(), purpose(), destinations(), payload.toByteArray());
    }
}
