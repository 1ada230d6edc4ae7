package dev.candor.telemetry.core.internal.consent;

import java.util.List;

/** Hears that something was allowed and no longer is. */
public interface WithdrawalListener {
    /**
     * Called once for each subject, on the thread that noticed, when the gate already says no.
     *
     * @param subject what was withdrawn
     * @param decision the new decision; what waits is purged when it is {@linkplain Decision#lasting() lasting}, else held
     */
    void withdrawn(Subject subject, Decision decision);

    /** Tells all of them about each subject whose bit is set in {@code withdrawn}. */
    static void tell(List<WithdrawalListener> listeners, int withdrawn, ConsentReport report) {
        for (Subject each : Subject.values()) {
            if ((withdrawn & each.bit()) != 0) {
                for (WithdrawalListener listener : listeners) {
                    listener.withdrawn(each, report.decision(each));
                }
            }
        }
    }
}
