package dev.candor.telemetry.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The end of an OpenTelemetry exporter: keeps what it is given, for the backend to post.
 *
 * <p>Several requests for the same address become one: each is a message that holds one repeated field, and such messages one after
 * another are, by the rules of protobuf, one message.
 *
 * <p>It tells the exporter that all went well, whatever comes of the post: the exporter would log anything else to the host's handlers.
 * It is handed over by a component loader of its own, never through {@code META-INF/services}, where the host's exporters would find it.
 */
final class KeepingSender implements HttpSender, HttpSenderProvider, ComponentLoader {
    private final int mostBytes;
    private @Nullable HttpSenderConfig config;
    private ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long size;

    KeepingSender(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What an exporter wanted to send; the body is not whole where that is larger than allowed. */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    record Request(HttpSenderConfig config, long size, byte[] body) {}

    /** Forgets what it has kept. */
    void clear() {
        // A new one: the old one has room for the largest request there was.
        body = new ByteArrayOutputStream();
        size = 0;
    }

    /** What came since the last {@link #clear}; empty where nothing did. */
    Optional<Request> request() {
        HttpSenderConfig last = config;
        return last == null || size == 0 ? Optional.empty() : Optional.of(new Request(last, size, body.toByteArray()));
    }

    @Override
    public <T> Iterable<T> load(Class<T> type) {
        return type == HttpSenderProvider.class ? List.of(type.cast(this)) : List.of();
    }

    @Override
    public HttpSender createSender(HttpSenderConfig made) {
        config = made;
        return this;
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        keep(message);
        onResponse.accept(Accepted.ANSWER);
    }

    /** Keeps a message behind those it has. */
    void keep(MessageWriter message) {
        size += message.getContentLength();
        if (size <= mostBytes) {
            if (body.size() == 0) {
                // Mostly there is one request, of which the length is known.
                body = new ByteArrayOutputStream(message.getContentLength());
            }
            try {
                message.writeMessage(body);
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    private enum Accepted implements HttpResponse {
        ANSWER;

        @Override
        public int getStatusCode() {
            return 200;
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
