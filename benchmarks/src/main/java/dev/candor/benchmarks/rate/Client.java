package dev.candor.benchmarks.rate;

/** Something that takes events and brings them to a receiver in the background. */
interface Client extends AutoCloseable {

    /** Takes one event; whether it was taken is for the receiver to say. */
    void record(int serial);

    /** Asks it to send what it holds now. */
    void flush();

    @Override
    void close();
}
