package dev.candor.telemetry.testkit;

/** One record that a receiver has decoded. */
public interface Received {

    /** What it is in the vendor's words, such as {@code event} or {@code capture}. */
    String kind();

    /** What the vendor recognises a second copy by; empty where the vendor has nothing for it. */
    String id();

    /** Its name: an event's, a span's, a metric's; empty where it has none. */
    String name();
}
