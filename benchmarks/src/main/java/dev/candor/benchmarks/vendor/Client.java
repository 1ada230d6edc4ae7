package dev.candor.benchmarks.vendor;

/**
 * A vendor's client that sends the event of five attributes.
 *
 * <p>Each is opened as its documentation shows, with the receiver's address and nothing else changed.
 */
public interface Client extends AutoCloseable {

    /** Sends one event as an application would. */
    void event();

    /** Sends what waits, as the documentation says that a program does before it ends. */
    @Override
    void close();
}
