package dev.candor.telemetry.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** A few words for what went wrong. Never the exception's message, which may hold anything. */
final class Failure {
    private Failure() {}

    static String words(Throwable failure) {
        if (failure instanceof SocketTimeoutException) {
            return "timed out";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "no connection";
        }
        if (failure instanceof UnknownHostException) {
            return "host not found";
        }
        if (failure instanceof SSLException) {
            return "TLS failed: " + failure.getClass().getSimpleName();
        }
        return "connection broke off: " + failure.getClass().getSimpleName();
    }
}
