package dev.candor.examples.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of 127.0.0.1. */
final class Loopback {
    private static final byte[] ADDRESS = {127, 0, 0, 1};
    private static final int BACKLOG = 128;
    private static final int CONNECT_MILLIS = 1000;

    private Loopback() {}

    /** The URL of a port. */
    static String http(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** A port on which nobody listens. */
    static int freePort() throws IOException {
        try (ServerSocket socket = listen()) {
            return socket.getLocalPort();
        }
    }

    /** Listens on a free port. Whoever connects waits until somebody accepts. */
    static ServerSocket listen() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getByAddress(ADDRESS));
    }

    /** Whether somebody listens on a port. */
    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port), CONNECT_MILLIS);
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
