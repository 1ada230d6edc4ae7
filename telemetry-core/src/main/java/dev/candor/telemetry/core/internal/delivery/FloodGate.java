package dev.candor.telemetry.core.internal.delivery;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets the events of one type through until there are too many.
 *
 * <p>{@link #admits} takes no lock but once a second, makes no garbage and reads no clock: the caller has just stamped the event. It is
 * itself the number of events that passed today, because a tool with thousands of types finds none of their gates in the processor's
 * cache: what every event needs stands side by side, and takes one look into memory.
 */
public final class FloodGate extends AtomicLong {
    // Windows of 1,024 ms: a shift is cheaper than a division.
    private static final int WINDOW_BITS = 10;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long LOOPING = -1;
    private static final long UNLIMITED = Long.MAX_VALUE;

    private volatile long window = Long.MIN_VALUE;
    /** How many may pass today, or {@link #LOOPING} or {@link #UNLIMITED}. */
    private volatile long limit;

    private final String name;
    private final int dailyCap;
    private final FloodGuard.Limits limits;
    private final AtomicLong overCap = new AtomicLong();
    private final AtomicLong inLoop = new AtomicLong();
    // The rest is guarded by this.
    private long day = Long.MIN_VALUE;
    private long seen;
    private int busyWindows;
    private long reported;

    FloodGate(String name, int dailyCap, FloodGuard.Limits limits) {
        this(name, dailyCap, limits, dailyCap);
    }

    private FloodGate(String name, int dailyCap, FloodGuard.Limits limits, long limit) {
        this.name = name;
        this.dailyCap = dailyCap;
        this.limits = limits;
        this.limit = limit;
    }

    /** One that lets everything through and counts nothing, for any number of types. */
    public static FloodGate open() {
        return new FloodGate("", Integer.MAX_VALUE, FloodGuard.Limits.usual(), UNLIMITED);
    }

    /**
     * Whether one more event may be accepted; if not, it was counted.
     *
     * @param nowMillis the event's time, in milliseconds since 1970
     */
    public boolean admits(long nowMillis) {
        if (limit == UNLIMITED) {
            return true;
        }
        if (nowMillis >> WINDOW_BITS != window) {
            look(nowMillis);
        }
        long most = limit;
        if (most == LOOPING) {
            inLoop.getAndIncrement();
            return false;
        }
        if (getAndIncrement() < most) {
            return true;
        }
        overCap.getAndIncrement();
        return false;
    }

    /** Whether it let nothing through lately; what it is now {@link #isShut} tells. Counts nothing and needs no time. */
    public boolean wasShut() {
        return get() >= limit;
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
        long attempts = get() + inLoop.get();
        boolean busy = now == window + 1 && attempts - seen > limits.perSecond();
        busyWindows = busy ? busyWindows + 1 : 0;
        limit = busyWindows >= limits.seconds() ? LOOPING : dailyCap;
        long today = Math.floorDiv(nowMillis, DAY_MILLIS);
        if (today != day) {
            day = today;
            set(0);
        }
        seen = get() + inLoop.get();
        window = now;
    }
}
