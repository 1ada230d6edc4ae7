package dev.candor.telemetry.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The sender that a host of the tests has on its class path, as a host has OkHttp's or the JDK's. */
public final class HostSenderProvider implements HttpSenderProvider {
    static final AtomicInteger SENDERS = new AtomicInteger();

    @Override
    public HttpSender createSender(HttpSenderConfig config) {
        SENDERS.incrementAndGet();
        return new Sender(config);
    }

    private record Sender(HttpSenderConfig config) implements HttpSender {

        @Override
        public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) config.getEndpoint().toURL().openConnection();
                connection.setRequestMethod("POST");
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", config.getContentType());
                try (OutputStream out = connection.getOutputStream()) {
                    message.writeMessage(out);
                }
                onResponse.accept(new Response(connection.getResponseCode()));
            } catch (IOException failed) {
                onError.accept(failed);
            }
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private record Response(int status) implements HttpResponse {

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return new byte[0];
        }
    }
}
