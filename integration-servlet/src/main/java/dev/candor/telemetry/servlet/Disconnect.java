package dev.candor.telemetry.servlet;

import java.io.IOException;
import java.util.Set;

/** Tells what a container throws when whoever asked has gone from what an application throws. */
final class Disconnect {
    /** Jetty's and Tomcat's names: containers share no type for it. */
    private static final Set<String> TYPES =
            Set.of("org.eclipse.jetty.io.EofException", "org.apache.catalina.connector.ClientAbortException");

    private static final int DEEPEST = 16;

    private Disconnect() {}

    /** Whether {@code error} comes of a connection that is gone. */
    static boolean isBehind(Throwable error) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof IOException && TYPES.contains(at.getClass().getName())) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
