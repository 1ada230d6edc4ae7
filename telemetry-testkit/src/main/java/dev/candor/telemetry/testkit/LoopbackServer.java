package dev.candor.telemetry.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A server of HTTP/1.1 on a free port of the loopback address.
 *
 * <p>It is not {@code com.sun.net.httpserver}, because that cannot reset a connection, break off within a status line or leave a body
 * unread. All threads are daemons; {@link #close} ends them.
 */
final class LoopbackServer implements AutoCloseable {
    /** What is done with one request: the answer goes to the wire. Returns whether the connection may be used again. */
    interface Handler {
        boolean handle(RequestReader reader, ReceivedRequest head, Wire wire) throws IOException;

        void refused(Malformed malformed);
    }

    private final Handler handler;
    private final ServerSocket listening;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    LoopbackServer(Handler handler) {
        this.handler = handler;
        try {
            listening = new ServerSocket(0, 128, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    void start() {
        daemon("receiver", this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                daemon("receiver-connection", () -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            answerAll(socket);
        } catch (IOException gone) {
            // The client has closed, which it may.
        } finally {
            open.remove(socket);
        }
    }

    /** A refusal is told before the connection ends: who has seen the end may ask for it. */
    private void answerAll(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        Wire wire = new Wire(socket, closing);
        RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
        try {
            boolean again = closing.getCount() > 0;
            while (again) {
                ReceivedRequest head = reader.head();
                again = head != null && handler.handle(reader, head, wire) && closing.getCount() > 0;
            }
        } catch (Malformed malformed) {
            handler.refused(malformed);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException ignored) {
            // What is closed already.
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.start();
    }
}
