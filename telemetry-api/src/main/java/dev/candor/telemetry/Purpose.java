package dev.candor.telemetry;

/**
 * Why something is collected. Consent is asked, recorded and withdrawn for each purpose alone.
 *
 * <p>The purpose also says whose data it is: see {@link #audience()}.
 */
public enum Purpose {
    /** Which features are used, how long they take, whether they succeed. */
    USAGE(Audience.MAINTAINER),
    /** Where the software itself breaks. The owner may get a richer copy of the same error. */
    ERRORS(Audience.MAINTAINER),
    /** Spans with their inputs, outputs and steps. */
    TRACES(Audience.OWNER),
    /** Counters, gauges and histograms, aggregated locally. */
    METRICS(Audience.OWNER),
    /** Log records. */
    LOGS(Audience.OWNER);

    private final Audience audience;

    Purpose(Audience audience) {
        this.audience = audience;
    }

    /** Who this purpose serves, and so which switches govern it. */
    public Audience audience() {
        return audience;
    }
}
