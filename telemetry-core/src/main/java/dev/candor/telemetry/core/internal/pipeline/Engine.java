package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.Outgoing;
import dev.candor.telemetry.spi.Resource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The running parts, put together when the first signal needs them: nothing is opened for a program that records nothing.
 *
 * <p>Safe for use by several threads.
 */
final class Engine {
    private static final long[] NOWHERE = {};
    private static final long LATER_NANOS = 500_000_000;

    private final Supplier<@Nullable Parts> assembly;
    private final Permissions permissions;
    private final Tally tally;
    private volatile @Nullable Parts parts;
    private volatile boolean closed;
    private volatile long acceptedBefore;
    private volatile @Nullable Runnable later;
    private volatile long laterSince;
    // Guarded by this: what was allowed when assembling was last tried; it is tried again only when that changed.
    private int triedFor = -1;

    /**
     * An engine that is assembled when it is needed.
     *
     * @param assembly gives null when nothing that is allowed has anywhere to go
     * @param permissions what is allowed; another assembly is tried when that has changed
     */
    Engine(Supplier<@Nullable Parts> assembly, Permissions permissions, Tally tally) {
        this.assembly = assembly;
        this.permissions = permissions;
        this.tally = tally;
    }

    /** The parts, assembled now if they were not; null once closed, or where the assembly failed. */
    @Nullable
    Parts parts() {
        Parts known = parts;
        return known != null || closed ? known : assemble();
    }

    /** The parts, if they were needed so far. */
    @Nullable
    Parts ifAssembled() {
        return parts;
    }

    /** From now on nothing is assembled any more. */
    void close() {
        closed = true;
    }

    boolean routes(Purpose purpose, Audience lane) {
        return destinations(purpose, lane).length > 0;
    }

    long[] destinations(Purpose purpose, Audience lane) {
        Parts running = parts();
        return running == null ? NOWHERE : running.lanes().of(purpose, lane);
    }

    boolean append(Outgoing outgoing, boolean durable) {
        Parts running = parts();
        boolean taken = running != null && !closed && running.spool().append(outgoing, durable);
        if (taken && later != null && System.nanoTime() - laterSince >= LATER_NANOS) {
            doLater();
        }
        return taken;
    }

    /** Has something done once, after a signal that is accepted a while from now, on the thread of that signal. */
    void later(Runnable action) {
        laterSince = System.nanoTime();
        later = action;
    }

    private void doLater() {
        Runnable action;
        synchronized (this) {
            action = closed ? null : later;
            later = null;
        }
        if (action != null) {
            action.run();
        }
    }

    /** Says what was accepted in this process before this engine was there. */
    void accepted(long before) {
        acceptedBefore = before;
    }

    /** How many signals were accepted in this process. */
    long accepted() {
        Parts running = parts;
        return acceptedBefore + (running == null ? 0 : running.spool().accepted());
    }

    void crumb(EventDraft draft) {
        Parts running = parts;
        if (running != null) {
            running.crumbs().event(draft);
        }
    }

    String distinctId(long idHigh, long idLow) {
        Parts running = parts;
        return running == null || !permissions.counts()
                ? ""
                : running.identity().distinctId(new UUID(idHigh, idLow), idHigh >>> 16);
    }

    Resource resource() {
        Parts running = parts();
        if (running == null) {
            throw new IllegalStateException("no signal is made without a running engine");
        }
        return running.resource().get();
    }

    byte[] resourceBytes() {
        Parts running = parts;
        return running == null ? new byte[0] : running.resource().bytes();
    }

    private synchronized @Nullable Parts assemble() {
        Parts known = parts;
        int allowed = permissions.getAsInt();
        if (known != null || closed || allowed == triedFor) {
            return known;
        }
        triedFor = allowed;
        try {
            known = assembly.get();
            parts = known;
        } catch (RuntimeException | LinkageError broken) {
            tally.count("telemetry could not start: " + broken);
            System.getLogger("dev.candor.telemetry")
                    .log(System.Logger.Level.WARNING, "Telemetry could not start and is off.", broken);
        }
        return known;
    }
}
