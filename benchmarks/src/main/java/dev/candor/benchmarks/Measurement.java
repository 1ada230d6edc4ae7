package dev.candor.benchmarks;

import java.io.IOException;

/** One part of the page, which can be measured alone. */
public interface Measurement {

    /** What it is asked for by: {@code ./dev bench NAME}. */
    String name();

    /**
     * Measures.
     *
     * @throws IOException when something that is measured failed; the page then keeps what was found earlier
     */
    Findings take(Ground ground) throws IOException, InterruptedException;
}
