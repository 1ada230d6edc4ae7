package dev.candor.benchmarks.rate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * The measured program: records waves of events as fast as a busy server might, and waits until they have arrived; once at its start, and
 * for some seconds more when it has done nothing else for a while.
 *
 * <p>Arguments: contender, receiver's address, queue, waves, events in each, quiet time in milliseconds after which the missing ones are
 * lost, how many seconds to go on between the two, and how many seconds the second one takes at least. For each of the two it prints a
 * line: what arrived, how many events were recorded, how many had to be offered again because the client refused them, and the CPU time
 * in nanoseconds.
 */
public final class RateProgram {
    /** 100,000 events a second within a wave, in slices, for everybody. */
    private static final int SLICE = 1_000;

    private static final long SLICE_NANOS = 10_000_000;
    private static final long PAUSE_NANOS = 100_000;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private RateProgram() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        String url = args[1];
        int waves = Integer.parseInt(args[3]);
        int each = Integer.parseInt(args[4]);
        try (Client client = Contender.valueOf(args[0]).open(url, Queue.valueOf(args[2]))) {
            System.out.println(run(client, url, waves, each, args[5]).line());
            long end = System.nanoTime() + seconds(args[6]);
            while (System.nanoTime() - end < 0) {
                run(client, url, waves, each, args[5]);
            }
            Rate warm = run(client, url, waves, each, args[5]);
            while (warm.arrived().nanos() < seconds(args[7]) && warm.lost() == 0) {
                warm = warm.plus(run(client, url, waves, each, args[5]));
            }
            System.out.println(warm.line());
        }
        // Some clients leave threads behind that would keep the process alive.
        System.exit(0);
    }

    private static long seconds(String argument) {
        return Long.parseLong(argument) * 1_000_000_000;
    }

    private static Rate run(Client client, String url, int waves, int each, String quiet) throws IOException {
        long cpu = cpuNanos();
        ask(url + "/start");
        int again = 0;
        for (int wave = 0; wave < waves; wave++) {
            again += record(client, wave * each, each);
            client.flush();
        }
        Arrived arrived = Arrived.read(ask(url + "/await/" + waves * each + "/" + quiet));
        return new Rate(arrived, waves * each, again, cpuNanos() - cpu);
    }

    /** Records them all; how many were refused at first. A program that is told so, and wants to lose none, offers them again. */
    private static int record(Client client, int first, int count) {
        int again = 0;
        long next = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (i % SLICE == 0 && i > 0) {
                next += SLICE_NANOS;
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }
            if (!client.record(first + i)) {
                again++;
                offerAgain(client, first + i);
            }
        }
        return again;
    }

    private static void offerAgain(Client client, int serial) {
        long begun = System.nanoTime();
        do {
            if (System.nanoTime() - begun > LONGEST_NANOS) {
                throw new IllegalStateException("event " + serial + " was refused for a minute");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (!client.record(serial));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String ask(String address) throws IOException {
        try (InputStream answer = URI.create(address).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
