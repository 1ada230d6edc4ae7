package dev.candor.telemetry.testkit;

import dev.candor.telemetry.spi.DeliveryResult;

/** What a backend is expected to make of an answer. */
public enum Expected {
    /** The receiver has them. */
    DELIVERED(DeliveryResult.Delivered.class),
    /** Too large together. */
    TOO_LARGE(DeliveryResult.TooLarge.class),
    /** Worth another try. */
    RETRY(DeliveryResult.RetryLater.class),
    /** Held until a setting is mended. */
    PAUSED(DeliveryResult.Paused.class),
    /** Lost: the receiver will never take them. */
    REJECTED(DeliveryResult.Rejected.class);

    private final Class<? extends DeliveryResult> type;

    Expected(Class<? extends DeliveryResult> type) {
        this.type = type;
    }

    boolean is(DeliveryResult result) {
        return type.isInstance(result);
    }

    /** What a status means where the vendor says nothing else. */
    static Expected usually(int status) {
        if (status < 300) {
            return DELIVERED;
        }
        return switch (status) {
            case 413 -> TOO_LARGE;
            case 429 -> RETRY;
            case 401, 403, 404, 405, 407 -> PAUSED;
            default -> status < 400 ? PAUSED : status < 500 ? REJECTED : RETRY;
        };
    }
}
