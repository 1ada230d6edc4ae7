package dev.candor.telemetry.core.internal.spool;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The accounts of all destinations that a process has heard of; any thread may use them. */
final class Accounts {

    private final Map<Long, Account> byDestination = new HashMap<>();

    synchronized Account of(long destination) {
        Account known = byDestination.get(destination);
        if (known == null) {
            known = new Account();
            byDestination.put(destination, known);
        }
        return known;
    }

    synchronized Set<Long> destinations() {
        return Set.copyOf(byDestination.keySet());
    }
}
