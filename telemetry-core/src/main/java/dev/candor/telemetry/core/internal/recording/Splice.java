package dev.candor.telemetry.core.internal.recording;

/**
 * One way to change a text: characters {@code from} to {@code to} become {@code replacement}.
 *
 * <p>It is a proposal. Whether it does what it should is decided by reading the changed text with the format's parser.
 */
record Splice(int from, int to, String replacement) {

    static Splice insert(int at, String text) {
        return new Splice(at, at, text);
    }

    String apply(String text) {
        return text.substring(0, from) + replacement + text.substring(to);
    }
}
