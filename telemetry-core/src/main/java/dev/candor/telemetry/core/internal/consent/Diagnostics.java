package dev.candor.telemetry.core.internal.consent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the log what is wrong with a source, once for each thing that is wrong. Safe for use by several threads. */
final class Diagnostics {
    /** Guarded by itself. */
    private final Set<String> said = new HashSet<>();

    void say(List<String> lines) {
        for (String each : lines) {
            boolean news;
            synchronized (said) {
                news = said.add(each);
            }
            if (news) {
                System.getLogger("dev.candor.telemetry").log(System.Logger.Level.WARNING, each);
            }
        }
    }
}
