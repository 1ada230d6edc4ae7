package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.Config;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The decision as it stands now, for a pipeline that asks before every event.
 *
 * <p>Safe for use by several threads. {@link #allows} is one volatile read.
 */
public final class ConsentGate {

    /** Hears that something was allowed and no longer is. */
    public interface WithdrawalListener {
        /**
         * Called on the thread that noticed, once for each subject.
         *
         * @param subject what was withdrawn
         * @param decision the new decision; what waits is purged when it is {@linkplain Decision#lasting() lasting}, else held
         */
        void withdrawn(Subject subject, Decision decision);
    }

    private final ConsentRules rules;
    private final Surroundings surroundings;
    private final List<WithdrawalListener> listeners = new CopyOnWriteArrayList<>();
    private volatile int mask;
    private volatile ConsentReport report;

    private ConsentGate(ConsentRules rules, Surroundings surroundings, ConsentReport report) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.report = report;
        this.mask = report.mask();
    }

    /** Reads all sources and decides. */
    public static ConsentGate open(ConsentRules rules, Surroundings surroundings, Invocation invocation) {
        Instant now = surroundings.clock().instant();
        ConsentInputs inputs = new ConsentInputs(
                rules,
                surroundings.environment(),
                surroundings.properties(),
                List.of(),
                List.of(),
                invocation,
                now,
                now,
                ConsentInputs.Askable.UNKNOWN);
        return new ConsentGate(rules, surroundings, ConsentResolver.resolve(inputs));
    }

    /** Whether a purpose may be collected for its own audience now. */
    public boolean allows(Purpose purpose) {
        return (mask & Subject.of(purpose).bit()) != 0;
    }

    /** Whether a route may carry a purpose now. */
    public boolean allows(Purpose purpose, Audience audience) {
        return (mask & Subject.of(purpose, audience).bit()) != 0;
    }

    /** Whether anything at all may be collected now. */
    public boolean allowsAnything() {
        return mask != 0;
    }

    /** The report behind the decision. */
    public ConsentReport report() {
        return report;
    }

    /** The settings of destinations, as they were read last. */
    public Config config() {
        return Config.of(rules, surroundings, List.of());
    }

    /** Looks whether a file changed or a grace ended, and decides again if so. A few microseconds when nothing did. */
    public boolean refreshIfChanged() {
        return false;
    }

    /** Reads everything again, after an answer was recorded. */
    public void refresh() {}

    /** Takes an answer for this run, whether or not it could be recorded. */
    public void answered(Map<Purpose, RecordedAnswer.Answer> answers) {}

    /** Says that nobody can be asked, so that what is undecided is denied. */
    public void nobodyToAsk() {}

    /** Adds a listener. */
    public void onWithdrawal(WithdrawalListener listener) {
        listeners.add(listener);
    }
}
