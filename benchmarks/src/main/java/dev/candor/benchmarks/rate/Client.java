package dev.candor.benchmarks.rate;

/** Something that takes events and brings them to a receiver in the background. */
interface Client extends AutoCloseable {

    /** Takes one event; false where the client says that it did not. What most do not say the receiver will. */
    boolean record(int serial);

    /** Asks it to send what it holds now. */
    void flush();

    @Override
    void close();
}
