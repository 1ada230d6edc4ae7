package dev.candor.benchmarks.rate;

/** How much a vendor's client may hold in memory. */
enum Queue {
    /** Enough for everything that is recorded: what the client can do at its best. */
    LARGE,
    /** What it holds unless told otherwise. */
    DEFAULT;

    static final int ENOUGH = 200_000;
}
