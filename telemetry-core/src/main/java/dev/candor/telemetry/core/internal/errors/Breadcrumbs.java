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

    private final AtomicReferenceArray<Breadcrumb> crumbs = new AtomicReferenceArray<>(KEPT);
    private final AtomicInteger next = new AtomicInteger();

    /** Adds one; the oldest goes. */
    public void add(Breadcrumb crumb) {
        crumbs.lazySet(Math.floorMod(next.getAndIncrement(), KEPT), crumb);
    }

    /** Adds a usage event by its name alone. */
    public void event(String name, long millis) {
        add(new Breadcrumb(Instant.ofEpochMilli(millis), "event", name));
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
            Breadcrumb crumb = crumbs.get(Math.floorMod(from + i, KEPT));
            if (crumb != null) {
                all.add(crumb);
            }
        }
        return all;
    }
}
