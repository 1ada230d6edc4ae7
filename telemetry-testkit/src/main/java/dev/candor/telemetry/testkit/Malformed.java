package dev.candor.telemetry.testkit;

/** A request is not what its receiver accepts. The message says where and why. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
        super(why);
    }
}
