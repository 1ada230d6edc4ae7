package dev.candor.telemetry.core.internal.pipeline;

/** Starts the detached process that delivers what short commands leave, when one is due. */
@FunctionalInterface
interface Uploads {

    /** Starts one if it is due; costs one look at a file when it is not. Never throws. */
    void startIfDue(Parts parts);

    /** For tools that name no uploader: the next flush delivers. */
    static Uploads none() {
        return new None();
    }

    /** Starts none. */
    record None() implements Uploads {
        @Override
        public void startIfDue(Parts parts) {
            // the next flush delivers
        }
    }
}
