package dev.candor.benchmarks.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The life of a measured server: told by lines what to do, and answering each with a line.
 *
 * <p>{@code measure} is answered by a footprint, {@code load SECONDS} sends a thousand events a second and is answered by how many were
 * sent, {@code end} halts the process, as clients may try for minutes to deliver before they end.
 */
final class Load {
    private static final int PER_SECOND = 1_000;
    private static final int STEPS = 100;
    private static final int GRACE_SECONDS = 5;
    private static final long STEP_NANOS = 1_000_000_000L / STEPS;

    private final Runnable event;
    private final PrintStream answers;

    /** Gives the event to send, and where answers go: what {@link #takeOutput} gave at the program's start. */
    Load(Runnable event, PrintStream answers) {
        this.event = event;
        this.answers = answers;
    }

    /** The process's output, which from now on is for answers alone: some clients print to it. */
    static PrintStream takeOutput() {
        PrintStream output = System.out;
        System.setOut(System.err);
        return output;
    }

    void obey() throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null && !order.equals("end"); order = orders.readLine()) {
            if (order.startsWith("load ")) {
                answers.println(load(Integer.parseInt(order.substring("load ".length()))));
            } else {
                answers.println(Footprint.line());
            }
            answers.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    /** How many were sent, for a client that blocks its caller too. */
    private long load(int seconds) {
        AtomicLong sent = new AtomicLong();
        Thread caller = new Thread(() -> send(seconds, sent), "load");
        caller.setDaemon(true);
        caller.start();
        try {
            caller.join(TimeUnit.SECONDS.toMillis(seconds + GRACE_SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return sent.get();
    }

    private void send(int seconds, AtomicLong sent) {
        long start = System.nanoTime();
        for (long step = 1; step <= (long) seconds * STEPS; step++) {
            for (int i = 0; i < PER_SECOND / STEPS; i++) {
                event.run();
                sent.incrementAndGet();
            }
            LockSupport.parkNanos(Math.max(0, start + step * STEP_NANOS - System.nanoTime()));
        }
    }
}
