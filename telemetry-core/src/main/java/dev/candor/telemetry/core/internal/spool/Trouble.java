package dev.candor.telemetry.core.internal.spool;

import java.util.HashSet;
import java.util.Set;

/**
 * What is wrong with the disk, said once for each kind.
 *
 * <p>A short command says nothing: a line in each run's output would be felt. Its trouble shows in the spool's state.
 */
final class Trouble {

    private final boolean silent;
    private final Set<String> said = new HashSet<>(4);
    private String current = "";

    Trouble(SpoolMode mode) {
        this.silent = mode == SpoolMode.COMMAND;
    }

    synchronized void report(String what) {
        current = what;
        if (!silent && said.size() < 16 && said.add(what)) {
            System.getLogger("dev.candor.telemetry.spool").log(System.Logger.Level.WARNING, "Telemetry spool: " + what);
        }
    }

    synchronized void over() {
        current = "";
    }

    synchronized String current() {
        return current;
    }
}
