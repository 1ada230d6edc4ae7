package dev.candor.telemetry.core.internal.consent;

/**
 * What holds for one subject, and why.
 *
 * @param state whether anything may be collected; only {@link State#GRANTED} allows
 * @param layer the layer that decided
 * @param source who decided: {@code env:DO_NOT_TRACK}, {@code file:project}, {@code file:user}, {@code policy}, {@code flag},
 *     {@code default}, {@code prompt}, {@code host}, {@code code}, {@code property:loader.telemetry}
 * @param reason one sentence for people
 * @param lasting whether a no was meant for good, so that what waits is purged and not merely held back
 */
public record Decision(State state, Layer layer, String source, String reason, boolean lasting) {

    /** The three states, with their names in the status. */
    public enum State {
        GRANTED("granted"),
        DENIED("denied"),
        UNDECIDED("undecided");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As in the status. */
        public String word() {
            return word;
        }
    }

    /** Whether anything may be collected. */
    public boolean allows() {
        return state == State.GRANTED;
    }
}
