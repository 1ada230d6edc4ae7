package dev.candor.telemetry.core.internal.pipeline;

/** Starts the detached process that delivers what short commands leave, when one is due. */
interface Uploads {

    /** Starts one if it is due; costs one look at a file when it is not. Never throws. */
    void startIfDue(Parts parts);

    /** Whether it is time for one, as far as one look at a file tells. */
    boolean isDue();

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
        public void startIfDue(Parts parts) {
            // the next flush delivers
        }
    }
}
