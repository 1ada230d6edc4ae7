package dev.candor.telemetry.core.internal.spool;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The accounts of all destinations that a process has heard of. Guarded by the lock of the store that keeps them. */
final class Accounts {

    private final Map<Long, Account> byDestination = new HashMap<>();

    Account of(long destination) {
        Account known = byDestination.get(destination);
        if (known == null) {
            known = new Account();
            byDestination.put(destination, known);
        }
        return known;
    }

    Set<Long> destinations() {
        return byDestination.keySet();
    }
}
