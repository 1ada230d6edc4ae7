package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that does with each request what a test says. The testkit's receivers are built on this module, so it cannot use them. */
final class FaultServer implements AutoCloseable {
    /** What is done with a connection after the head of a request was read. */
    interface Fault {
        void play(Client client) throws IOException;
    }

    private final Fault fault;
    private final ServerSocket listening;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    FaultServer(Fault fault) {
        this.fault = fault;
        try {
            listening = new ServerSocket(0, 64, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        daemon(this::accept);
    }

    static FaultServer answering(int status, String headers, String body) {
        return new FaultServer(client -> {
            client.readBody();
            client.answer(status, headers, body);
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    Endpoint endpoint() {
        try {
            return Endpoint.of(new SettingValue("x_endpoint", "http://127.0.0.1:" + port() + "/in", "test"));
        } catch (SettingsException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The request lines and headers that arrived. */
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (closing.getCount() > 0) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                heads.add(head);
                Client client = new Client(socket, in, head);
                fault.play(client);
                if (!client.reusable) {
                    return;
                }
            }
        } catch (IOException gone) {
            // As faults go.
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = in.read();
                b >= 0 && head.indexOf("\r\n\r\n") < 0;
                b = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1) {
            head.append((char) b);
        }
        return head.toString();
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
            // Closed already.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One request's connection. */
    final class Client {
        private final Socket socket;
        private final InputStream in;
        private final String head;
        private boolean reusable;

        Client(Socket socket, InputStream in, String head) {
            this.socket = socket;
            this.in = in;
            this.head = head;
        }

        /** How many requests came before this one. */
        int number() {
            return heads.size() - 1;
        }

        byte[] readBody() throws IOException {
            String name = "content-length: ";
            int at = head.toLowerCase(Locale.ROOT).indexOf(name);
            return in.readNBytes(
                    at < 0 ? 0 : Integer.parseInt(head.substring(at + name.length(), head.indexOf("\r\n", at))));
        }

        void answer(int status, String headers, String body) throws IOException {
            reusable = true;
            boolean bodiless = status == 204 || status == 304;
            write("HTTP/1.1 " + status + " X\r\n" + headers
                    + (bodiless ? "\r\n" : "Content-Length: " + body.length() + "\r\n\r\n" + body));
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** Writes the text again and again, until the server or the client closes. */
        void drip(String text) throws IOException {
            while (!pause(20)) {
                write(text);
            }
        }

        /** Waits until the server closes. */
        void hang() {
            pause(3_600_000);
        }

        private boolean pause(long millis) {
            try {
                return closing.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
