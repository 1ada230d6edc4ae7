package dev.candor.telemetry;

import java.util.Map;

/**
 * What a flush or a close can truthfully say.
 *
 * @param delivered how many signals each destination together acknowledged since start
 * @param waiting how many are kept for later
 * @param dropped how many were given up, by reason
 * @param complete whether nothing is waiting
 */
public record Delivery(long delivered, long waiting, Map<String, Long> dropped, boolean complete) {

    /** Copies {@code dropped}. */
    public Delivery {
        dropped = Map.copyOf(dropped);
    }

    /** Nothing was to be done. */
    public static Delivery nothing() {
        return new Delivery(0, 0, Map.of(), true);
    }
}
