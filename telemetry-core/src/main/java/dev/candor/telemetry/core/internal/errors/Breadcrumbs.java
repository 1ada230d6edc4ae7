package dev.candor.telemetry.core.internal.errors;

import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last 20 things that the program did, already redacted. Adding one takes no lock; a reader may miss one that is being added. */
public final class Breadcrumbs {
    private static final int KEPT = 20;

    /** A usage event as a crumb. */
    public interface Event {
        /** Its type's name. */
        String name();

        /** When it was recorded, in Unix milliseconds. */
        long millis();
    }

    private final AtomicReferenceArray<Object> crumbs = new AtomicReferenceArray<>(KEPT);
    private final AtomicInteger next = new AtomicInteger();

    /** Adds one; the oldest goes. */
    public void add(Breadcrumb crumb) {
        crumbs.lazySet(Math.floorMod(next.getAndIncrement(), KEPT), crumb);
    }

    /** Adds a usage event, of which only name and time are ever read. Costs two stores: of two at one moment the one may be lost. */
    public void event(Event event) {
        int place = next.getPlain();
        next.lazySet(place + 1);
        crumbs.lazySet(Math.floorMod(place, KEPT), event);
    }

    /** Forgets all, when consent is withdrawn. */
    public void clear() {
        for (int i = 0; i < KEPT; i++) {
            crumbs.set(i, null);
        }
    }

    /** What is kept, oldest first. */
    List<Breadcrumb> last() {
        List<Breadcrumb> all = new ArrayList<>(KEPT);
        int from = next.get();
        for (int i = 0; i < KEPT; i++) {
            Object crumb = crumbs.get(Math.floorMod(from + i, KEPT));
            if (crumb instanceof Breadcrumb known) {
                all.add(known);
            } else if (crumb instanceof Event event) {
                all.add(new Breadcrumb(Instant.ofEpochMilli(event.millis()), "event", event.name()));
            }
        }
        return all;
    }
}
