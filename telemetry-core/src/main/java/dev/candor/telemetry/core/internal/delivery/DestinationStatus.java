package dev.candor.telemetry.core.internal.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a destination is doing.
 *
 * @param name what people call it
 * @param state whether it works
 * @param reason why not, one line for people; empty where it works
 * @param nextAttemptMillis when it is tried again, in milliseconds since 1970; 0 where nothing holds it up
 * @param waiting how many frames waited for it when its worker last looked
 * @param counts what became of the others
 */
public record DestinationStatus(
        String name, State state, String reason, long nextAttemptMillis, long waiting, Counts counts) {

    /** Whether a destination works. */
    public enum State {
        /** It works, or nothing is known against it. */
        READY,
        /** It is left alone for a while: its receiver is away, or a person has to mend a setting. */
        PAUSED,
        /** Its backend fails in itself. */
        BROKEN,
        /** A setting is missing or wrong. */
        OFF
    }

    /**
     * What became of the frames of one destination in this process.
     *
     * @param delivered the receiver has them
     * @param refused the receiver took the batch and refused them
     * @param rejected the receiver will never take them
     * @param tooLarge too large even alone
     * @param unreadable their bytes could not be read back
     * @param suppressed over the daily cap of their type
     * @param attempts calls of the backend
     * @param retries calls that settled nothing
     */
    public record Counts(
            long delivered,
            long refused,
            long rejected,
            long tooLarge,
            long unreadable,
            long suppressed,
            long attempts,
            long retries) {

        /** All that were given up. */
        public long dropped() {
            return refused + rejected + tooLarge + unreadable + suppressed;
        }

        /** Those that were given up, by reason, without zeros. */
        public Map<String, Long> droppedByReason() {
            Map<String, Long> reasons = new LinkedHashMap<>();
            put(reasons, "refused", refused);
            put(reasons, "rejected", rejected);
            put(reasons, "too_large", tooLarge);
            put(reasons, "unreadable", unreadable);
            put(reasons, "suppressed", suppressed);
            return reasons;
        }

        private static void put(Map<String, Long> reasons, String reason, long count) {
            if (count > 0) {
                reasons.put(reason, count);
            }
        }
    }
}
