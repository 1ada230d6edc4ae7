package dev.candor.telemetry.core.internal.spool;

import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The program that the process tests start and kill. It tells on its standard output what was accepted and delivered.
 *
 * <p>Each record is a letter, a number and the wall milliseconds: {@code A} accepted, {@code D} delivered, {@code E} end.
 */
final class SpoolChild {

    private static final int BATCH = 50;

    private final DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    private final File directory;
    private final long first;
    private final long last;

    private SpoolChild(File directory, long first, long count) {
        this.directory = directory;
        this.first = first;
        this.last = first + count;
    }

    public static void main(String[] args) throws IOException {
        SpoolChild child = new SpoolChild(new File(args[1]), Long.parseLong(args[2]), Long.parseLong(args[3]));
        switch (args[0]) {
            case "commands" -> child.runCommands();
            case "server" -> child.runServer();
            case "share" ->
                child.share(
                        SpoolMode.valueOf(args[4]),
                        Long.parseLong(args[5]),
                        ProcessHarness.quickWithLease(Duration.parse(args[6])));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private Spool open(SpoolMode mode) {
        return open(mode, ProcessHarness.QUICK);
    }

    private Spool open(SpoolMode mode, SpoolOptions.Limits limits) {
        return Spool.open(SpoolOptions.of(mode, directory).withLimits(limits));
    }

    private static TestEvent event(long number) {
        return TestEvent.of(number).at(System.currentTimeMillis());
    }

    /** One short command after the other, each with a few events. */
    private void runCommands() throws IOException {
        long next = first;
        while (next < last) {
            Spool spool = open(SpoolMode.COMMAND);
            for (int i = 0; i < 3; i++) {
                accept(spool, next++);
            }
            spool.close(Duration.ofSeconds(1));
        }
    }

    private void runServer() throws IOException {
        Spool spool = open(SpoolMode.SERVER);
        for (long next = first; next < last; next++) {
            accept(spool, next);
            LockSupport.parkNanos(500_000);
        }
        tell('E', 0);
        LockSupport.park();
    }

    /** Writes and delivers in turn, as any process on a shared spool may. */
    private void share(SpoolMode mode, long destination, SpoolOptions.Limits limits) throws IOException {
        Spool spool = open(mode, limits);
        RouteReader reader = spool.reader(destination);
        for (long next = first; next < last; next++) {
            if (spool.append(event(next).to(destination))) {
                tell('A', next);
            }
            if (next % 20 == 0) {
                deliver(reader, destination);
            }
        }
        spool.close(Duration.ofSeconds(20));
        tell('E', 0);
    }

    private void deliver(RouteReader reader, long destination) throws IOException {
        List<Frame> batch = reader.peek(BATCH, 1 << 20);
        for (Frame frame : batch) {
            boolean ours = frame.isFor(destination) && ManyProcessesTest.destinationOf(frame.idLow()) == destination;
            tell(TestEvent.isIntact(frame) && ours ? 'D' : 'X', frame.idLow());
        }
        reader.settle(batch.size());
    }

    private void accept(Spool spool, long number) throws IOException {
        if (spool.append(event(number))) {
            tell('A', number);
        }
    }

    private void tell(char what, long number) throws IOException {
        // One write for each record: a kill never tears what the parent reads into two.
        byte[] record = new byte[ProcessHarness.RECORD];
        record[0] = (byte) what;
        long now = System.currentTimeMillis();
        for (int i = 0; i < 8; i++) {
            record[1 + i] = (byte) (number >>> (56 - 8 * i));
            record[9 + i] = (byte) (now >>> (56 - 8 * i));
        }
        out.write(record);
        out.flush();
    }
}
