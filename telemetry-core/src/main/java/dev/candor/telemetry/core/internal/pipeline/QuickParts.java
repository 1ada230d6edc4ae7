package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.catalogue.Losses;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.catalogue.ValueCheck;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.delivery.FloodGate;
import dev.candor.telemetry.core.internal.delivery.FloodGuard;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.identity.Entropy;
import dev.candor.telemetry.core.internal.identity.Identities;
import dev.candor.telemetry.core.internal.identity.Identity;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a start by plan needs, each part made when it is first used. Safe for use by several threads.
 *
 * <p>It is itself what scrubs, counts losses and gives permission, because every class costs a short command a tenth of a millisecond.
 */
final class QuickParts implements Scrubber, Losses, BooleanSupplier {
    private static final int KEPT = 20;

    private final ToolSpec tool;
    private final Surroundings surroundings;
    private final Invocation invocation;
    private final File folder;
    private final FloodGuard flood = new FloodGuard(FloodGuard.Limits.usual());
    private final IdentityHashMap<EventType, FloodGate> gates;
    private final List<EventDraft> last = new ArrayList<>();
    private final ValueCheck check = new ValueCheck(this, this);
    private @Nullable Spool spool;
    private @Nullable Tally tally;
    private @Nullable Scrubber scrubber;
    private @Nullable Identity identity;
    private boolean touched;
    private long accepted;

    QuickParts(ToolSpec tool, Surroundings surroundings, Invocation invocation, File folder) {
        this.tool = tool;
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.folder = folder;
        this.gates = gates(tool, flood);
    }

    /** A gate for each event type of a tool, or the one that is open for all of them. */
    static IdentityHashMap<EventType, FloodGate> gates(ToolSpec tool, FloodGuard flood) {
        IdentityHashMap<EventType, FloodGate> gates = new IdentityHashMap<>();
        FloodGate open = tool.floodGuard() ? null : FloodGate.open();
        for (EventType type : tool.events()) {
            gates.put(type, open == null ? flood.gate(type.name(), type.dailyCap()) : open);
        }
        return gates;
    }

    FloodGuard flood() {
        return flood;
    }

    IdentityHashMap<EventType, FloodGate> gates() {
        return gates;
    }

    @Nullable
    FloodGate gate(EventType type) {
        return gates.get(type);
    }

    ValueCheck check() {
        return check;
    }

    long millis() {
        return surroundings.clock().millis();
    }

    /** Notes that somebody had something to record. */
    synchronized void touched() {
        touched = true;
    }

    synchronized Tally tally() {
        Tally known = tally == null ? new Tally() : tally;
        tally = known;
        return known;
    }

    synchronized boolean append(EventDraft draft, boolean durable) {
        Spool open = spool;
        if (open == null) {
            SpoolOptions usual = SpoolOptions.of(SpoolMode.COMMAND, new File(folder, "spool"))
                    .withClock(surroundings.clock());
            SpoolOptions.Limits chosen = tool.limits();
            open = Spool.open(chosen == null ? usual : usual.withLimits(chosen));
            spool = open;
        }
        if (!open.append(draft, durable)) {
            return false;
        }
        accepted++;
        if (last.size() == KEPT) {
            last.remove(0);
        }
        last.add(draft);
        return true;
    }

    /** The distinct id of an event; {@code mode} is what a plan kept. */
    @SuppressWarnings("EnumOrdinal") // a plan of another version of this library does not stand
    synchronized String distinctId(int mode, long idHigh, long idLow) {
        if (mode == 0) {
            // The event's own id, which whoever reads the frame knows.
            return "";
        }
        Identity known = identity;
        if (known == null) {
            known = identities().identity(IdentityMode.values()[mode], tool.identityLifetime());
            identity = known;
        }
        return known.distinctId(new UUID(idHigh, idLow), idHigh >>> 16);
    }

    /** What can be said of the delivery where nobody looked. */
    synchronized Delivery delivery() {
        Map<String, Long> dropped = tally == null ? Map.of() : tally.counts();
        return touched ? new Delivery(0, accepted, dropped, false) : Delivery.nothing();
    }

    synchronized boolean uploadIsDue() {
        return accepted > 0 && tool.uploader() != null && uploads().isDue();
    }

    /** Starts the upload that is due; false where a destination did not answer well, and the whole telemetry has to look whether it may. */
    boolean upload() {
        if (LocalFiles.anyBreaker(folder)) {
            return false;
        }
        uploads().start();
        return true;
    }

    private Uploads uploads() {
        return Pipeline.uploads(tool, folder, surroundings);
    }

    /** Whether the spool was let go of in time. */
    synchronized boolean close(Duration atMost) {
        return spool == null || spool.close(atMost);
    }

    /** Tells of what was suppressed and notes what was dropped, if anything was refused at all. */
    synchronized void tellOfLosses() {
        if (tally == null) {
            return;
        }
        new FloodReport(flood).tell();
        LossBook book = new LocalFiles(folder, new Home(surroundings.home()), surroundings.clock()).losses();
        if (book != null) {
            book.add(tally.counts());
        }
    }

    /** The whole telemetry, which goes on where this one ends. */
    synchronized LiveTelemetry open() {
        LiveTelemetry whole = Opener.whole(tool, surroundings, invocation, this);
        for (EventDraft each : last) {
            whole.crumb(each);
        }
        return whole;
    }

    synchronized long accepted() {
        return accepted;
    }

    @Override
    public void count(String reason) {
        tally().count(reason);
    }

    @Override
    public String text(String value) {
        return scrubber().text(value);
    }

    @Override
    public @Nullable Object tree(String key, Object value, ValueType.Tree type) {
        return scrubber().tree(key, value, type);
    }

    @Override
    public @Nullable String hash(String value) {
        return scrubber().hash(value);
    }

    /** Whether a file may be made now: whether the plan still stands. */
    @Override
    public boolean getAsBoolean() {
        return QuickStart.plan(tool, surroundings, invocation, folder) != null;
    }

    private synchronized Scrubber scrubber() {
        Scrubber known = scrubber;
        if (known == null) {
            known = new PipelineScrubber(
                    new Redactors(tool, surroundings), identities().hashes(true), this);
            scrubber = known;
        }
        return known;
    }

    private Identities identities() {
        return new Identities(folder.toPath(), new Home(surroundings.home()), Entropy.ofTheSystem(), this);
    }
}
