package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Posts a line for each signal, its id and its number, to a real server. */
final class PostingBackend implements Backend {
    private final int port;

    PostingBackend(int port) {
        this.port = port;
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            byte[] body = lines(batch).getBytes(StandardCharsets.UTF_8);
            connection.setDoOutput(true);
            connection.setConnectTimeout(10_000);
            connection.setReadTimeout(10_000);
            connection.setFixedLengthStreamingMode(body.length);
            connection.getOutputStream().write(body);
            int status = connection.getResponseCode();
            try (InputStream answer = connection.getInputStream()) {
                answer.readAllBytes();
            }
            return status == 200
                    ? new DeliveryResult.Delivered(batch.size())
                    : new DeliveryResult.RetryLater(Duration.ZERO, "status " + status);
        } catch (IOException failed) {
            return new DeliveryResult.RetryLater(
                    Duration.ZERO, failed.getClass().getSimpleName());
        }
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        return List.of();
    }

    @Override
    public void close() {
        // the connection is the JDK's
    }

    private static String lines(List<Signal> batch) {
        StringBuilder lines = new StringBuilder();
        for (Signal signal : batch) {
            lines.append(signal.header().id())
                    .append(' ')
                    .append(Numbered.of(signal))
                    .append('\n');
        }
        return lines.toString();
    }
}
