package dev.candor.examples.application;

import dev.candor.examples.deployer.sdk.Steps;

/** Code that somebody deployed, which is not the SDK's. */
public final class UserCode {
    private UserCode() {}

    /** Fails by a fault of its own. */
    public static String broken(String request, Steps steps) {
        throw new IllegalArgumentException("the application cannot answer " + request);
    }
}
