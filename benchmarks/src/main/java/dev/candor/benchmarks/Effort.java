package dev.candor.benchmarks;

/** How long is measured: long enough for a page that is published, or long enough to see that everything works. */
public enum Effort {
    /** Some minutes for everything. */
    QUICK,
    /** For the published page. */
    FULL;

    /** The one figure or the other. */
    public int of(int quick, int full) {
        return this == QUICK ? quick : full;
    }
}
