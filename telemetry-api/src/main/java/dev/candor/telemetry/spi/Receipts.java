package dev.candor.telemetry.spi;

/** Notes each post for the journal that the user can read. */
@FunctionalInterface
public interface Receipts {

    /**
     * Notes one post after its answer, or after it failed.
     *
     * @param payload what was posted
     * @param answer a status such as {@code 200}, or what went wrong, in a few words
     */
    void posted(Payload payload, String answer);

    /** Notes nothing. */
    static Receipts none() {
        return (payload, answer) -> {};
    }
}
