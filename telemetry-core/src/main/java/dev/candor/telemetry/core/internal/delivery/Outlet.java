package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.delivery.DestinationStatus.State;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boundary to somebody else's code: one backend, opened when there is something to send.
 *
 * <p>Whatever it throws becomes a result. {@link #state} and {@link #reason} may be read from any thread.
 */
final class Outlet {
    private static final int BROKEN_AFTER = 5;
    private static final int OVER_AFTER_LINKAGE_ERRORS = 3;

    private final String name;
    private final BackendOpener opener;
    private @Nullable Backend backend;
    private boolean threw;
    private int failures;
    private int linkageErrors;
    private volatile State state = State.READY;
    private volatile String reason = "";
    private volatile boolean over;

    Outlet(String name, BackendOpener opener) {
        this.name = name;
        this.opener = opener;
    }

    /** Opens the backend if it is not open; null when it is then open, or over. */
    @Nullable
    DeliveryResult open() {
        threw = false;
        if (backend != null || over) {
            return null;
        }
        try {
            backend = opener.open();
            return null;
        } catch (SettingsException wrong) {
            state = State.OFF;
            reason = message(wrong);
            over = true;
            return null;
        } catch (RuntimeException failure) {
            return failed("threw " + failure.getClass().getName());
        } catch (LinkageError unusable) {
            return unusable(unusable);
        }
    }

    /** Calls the backend that was opened; null when it is over with it. */
    @Nullable
    DeliveryResult export(List<Signal> signals) {
        Backend opened = backend;
        if (opened == null || over) {
            return null;
        }
        try {
            DeliveryResult result = opened.export(signals);
            if (result == null) {
                return failed("returned nothing");
            }
            recovered();
            return result;
        } catch (RuntimeException failure) {
            threw = true;
            return failed("threw " + failure.getClass().getName());
        } catch (LinkageError unusable) {
            return unusable(unusable);
        }
    }

    /** Whether the last call ended with an exception of the backend's own. */
    boolean threw() {
        return threw;
    }

    /** Whether it will never be called again in this process. */
    boolean over() {
        return over;
    }

    State state() {
        return state;
    }

    /** What is wrong with it, one line for people; empty where nothing is. */
    String reason() {
        return reason;
    }

    void giveUp(String why) {
        over(why);
    }

    void close() {
        Backend opened = backend;
        backend = null;
        over = true;
        if (opened == null) {
            return;
        }
        try {
            opened.close();
        } catch (RuntimeException | LinkageError broken) {
            log().log(Level.DEBUG, "A backend failed while it was closed", broken);
        }
    }

    private DeliveryResult failed(String what) {
        failures++;
        if (failures == BROKEN_AFTER) {
            state = State.BROKEN;
            reason = "the backend " + what;
            // The cause's message may quote an event, so only its class is told, in what.
            log().log(Level.WARNING, "Telemetry destination {0} does not work: the backend {1}", name, what);
        }
        return new DeliveryResult.RetryLater(Duration.ZERO, "the backend " + what);
    }

    /** Classes that are missing now will be missing later, but for those of a jar that is being replaced. */
    private @Nullable DeliveryResult unusable(LinkageError error) {
        linkageErrors++;
        if (linkageErrors >= OVER_AFTER_LINKAGE_ERRORS) {
            over("cannot run here: " + error.getClass().getSimpleName() + " " + message(error));
            return null;
        }
        return failed("cannot run here: " + error.getClass().getName());
    }

    private void recovered() {
        linkageErrors = 0;
        if (failures > 0) {
            failures = 0;
            state = State.READY;
            reason = "";
        }
    }

    private void over(String why) {
        state = State.BROKEN;
        reason = why;
        over = true;
        log().log(Level.WARNING, "Telemetry destination {0} is off: {1}", name, why);
    }

    // Looked up when there is something to say: the first look-up of a process takes about 20 ms.
    private static System.Logger log() {
        return System.getLogger(Outlet.class.getName());
    }

    private static String message(Throwable problem) {
        String message = problem.getMessage();
        return BreakerState.printable(message == null ? problem.getClass().getName() : message);
    }
}
