package dev.candor.telemetry.spi;

import java.time.Duration;

/** What became of the first signals of a batch. */
public sealed interface DeliveryResult {

    /** How many signals, from the first on, it is about; 0 where nothing was settled. */
    int count();

    /**
     * The receiver has them.
     *
     * @param count how many signals, at least 1
     * @param refused how many of them the receiver said it refused; counted as lost, never sent again
     */
    record Delivered(int count, int refused) implements DeliveryResult {
        /** All of them were taken. */
        public Delivered(int count) {
            this(count, 0);
        }
    }

    /** The receiver will never take them; they are counted as lost. */
    record Rejected(int count, String reason) implements DeliveryResult {}

    /** They are too large together; the pipeline brings half of them, and gives one up that is too large alone. */
    record TooLarge(int count, String reason) implements DeliveryResult {}

    /**
     * Nothing was settled; worth another try.
     *
     * @param after how long the receiver asked to be left alone; zero where it did not say, and the pipeline's own backoff decides
     */
    record RetryLater(Duration after, String reason) implements DeliveryResult {
        @Override
        public int count() {
            return 0;
        }
    }

    /** Nothing was settled and nothing will be before a person mends a setting: a wrong key, a wrong address, a captive portal. Nothing is lost. */
    record Paused(String reason) implements DeliveryResult {
        @Override
        public int count() {
            return 0;
        }
    }
}
