package dev.candor.telemetry.core.internal.delivery;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets the events of one type through until there are too many.
 *
 * <p>{@link #admits} takes no lock but once a second, makes no garbage and reads no clock: the caller has just stamped the event.
 */
public final class FloodGate {
    // Windows of 1,024 ms: a shift is cheaper than a division.
    private static final int WINDOW_BITS = 10;
    private static final long DAY_MILLIS = 86_400_000;

    private final String name;
    private final int dailyCap;
    private final FloodGuard.Limits limits;
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong overCap = new AtomicLong();
    private final AtomicLong inLoop = new AtomicLong();
    private volatile long window = Long.MIN_VALUE;
    private volatile boolean looping;
    // The rest is guarded by this.
    private long day = Long.MIN_VALUE;
    private long seen;
    private int busyWindows;
    private long reported;

    FloodGate(String name, int dailyCap, FloodGuard.Limits limits) {
        this.name = name;
        this.dailyCap = dailyCap;
        this.limits = limits;
    }

    /**
     * Whether one more event may be accepted; if not, it was counted.
     *
     * @param nowMillis the event's time, in milliseconds since 1970
     */
    public boolean admits(long nowMillis) {
        if (nowMillis >> WINDOW_BITS != window) {
            look(nowMillis);
        }
        if (looping) {
            inLoop.getAndIncrement();
            return false;
        }
        if (passed.getAndIncrement() < dailyCap) {
            return true;
        }
        overCap.getAndIncrement();
        return false;
    }

    /** Whether it let nothing through lately; what it is now {@link #isShut} tells. Counts nothing and needs no time. */
    public boolean wasShut() {
        return looping || passed.get() >= dailyCap;
    }

    /**
     * Whether an event need not even be made. Counts nothing.
     *
     * @param nowMillis the time, in milliseconds since 1970
     */
    public boolean isShut(long nowMillis) {
        if (nowMillis >> WINDOW_BITS != window) {
            look(nowMillis);
        }
        return wasShut();
    }

    /** How many were suppressed so far. */
    public long suppressed() {
        return overCap.get() + inLoop.get();
    }

    /** How many were suppressed since the last call. */
    synchronized long takeSuppressed() {
        long all = suppressed();
        long news = all - reported;
        reported = all;
        return news;
    }

    String name() {
        return name;
    }

    private synchronized void look(long nowMillis) {
        long now = nowMillis >> WINDOW_BITS;
        if (now == window) {
            return;
        }
        long attempts = passed.get() + inLoop.get();
        boolean busy = now == window + 1 && attempts - seen > limits.perSecond();
        busyWindows = busy ? busyWindows + 1 : 0;
        looping = busyWindows >= limits.seconds();
        long today = Math.floorDiv(nowMillis, DAY_MILLIS);
        if (today != day) {
            day = today;
            passed.set(0);
        }
        seen = passed.get() + inLoop.get();
        window = now;
    }
}
