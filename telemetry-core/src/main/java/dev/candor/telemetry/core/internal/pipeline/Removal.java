package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import dev.candor.telemetry.core.internal.spool.DropReason;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.core.internal.spool.Spool;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes what waits for the maintainer after a no.
 *
 * <p>The spool removes whole purposes. Errors have two audiences: where the owner has a copy of their own, the maintainer's lanes are
 * emptied alone, since a no to the maintainer takes nothing from the owner.
 */
record Removal(RoutePlan plan, Spool spool) {
    private static final int FRAMES = 1_000;
    private static final int BYTES = 4 * 1024 * 1024;

    void ofMaintainers(Set<Purpose> purposes) {
        Set<Purpose> whole = new TreeSet<>();
        whole.addAll(purposes);
        if (plan.lanes(Purpose.ERRORS, Audience.OWNER).length > 0 && whole.remove(Purpose.ERRORS)) {
            for (Destination destination : plan.destinations()) {
                if (destination.takes(Purpose.ERRORS, Audience.MAINTAINER)) {
                    empty(destination.fingerprint(Purpose.ERRORS));
                }
            }
        }
        if (!whole.isEmpty()) {
            spool.purge(whole);
        }
    }

    private void empty(long lane) {
        RouteReader reader = spool.reader(lane);
        try {
            for (int found = reader.peek(FRAMES, BYTES).size();
                    found > 0;
                    found = reader.peek(FRAMES, BYTES).size()) {
                reader.discard(found, DropReason.WITHDRAWN);
            }
        } finally {
            reader.close();
        }
    }
}
