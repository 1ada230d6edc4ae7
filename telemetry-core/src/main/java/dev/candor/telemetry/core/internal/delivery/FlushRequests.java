package dev.candor.telemetry.core.internal.delivery;

/**
 * Who waits for one destination to deliver what waits.
 *
 * <p>A request is answered when everything that was waiting at its first step is settled, when nothing more can be sent, or when the next
 * attempt would come too late for it. Guarded by its worker's lock.
 */
final class FlushRequests {
    private long asked;
    private long askedUntil;
    private long measured;
    private long enough;
    private long answered;

    /** A new request; the ticket is for {@link #isAnswered}. */
    long add(long deadlineNanos) {
        askedUntil = deadlineNanos;
        asked++;
        return asked;
    }

    long last() {
        return asked;
    }

    boolean isAnswered(long ticket) {
        return answered >= ticket;
    }

    /**
     * Draws the conclusion from a step that began after {@code ticket} was there.
     *
     * @return whether somebody's wait is over
     */
    boolean answer(long ticket, Carrier.Outcome outcome, Carrier carrier) {
        if (ticket <= answered) {
            return false;
        }
        if (ticket > measured) {
            measured = ticket;
            // What comes in meanwhile is not waited for, else a flush under load would not end.
            enough = carrier.settled() + carrier.waiting();
        }
        if (!isDone(outcome, carrier)) {
            return false;
        }
        answered = ticket;
        return true;
    }

    private boolean isDone(Carrier.Outcome outcome, Carrier carrier) {
        return switch (outcome) {
            case IDLE, OVER -> true;
            case WAITING -> System.nanoTime() + carrier.waitNanos() - askedUntil > 0;
            case MOVED -> carrier.settled() >= enough;
        };
    }
}
