package dev.candor.telemetry.core.internal.pipeline;

/** Starts the detached process that delivers what short commands leave, when one is due. */
interface Uploads {

    /** Whether it is time for one, as far as one look at a file tells. */
    boolean isDue();

    /** Starts one if it is this process's turn. Never throws. */
    void start();

    /** For tools that name no uploader: the next flush delivers. */
    static Uploads none() {
        return new None();
    }

    /** Starts none. */
    record None() implements Uploads {
        @Override
        public boolean isDue() {
            return false;
        }

        @Override
        public void start() {
            // the next flush delivers
        }
    }
}
