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
 * The end of an OpenTelemetry exporter: keeps the last request, for the backend to post.
 *
 * <p>It tells the exporter that all went well, whatever comes of the post: the exporter would log anything else to the host's handlers.
 * It is handed over by a component loader of its own, never through {@code META-INF/services}, where the host's exporters would find it.
 */
final class KeepingSender implements HttpSender, HttpSenderProvider, ComponentLoader {
    private final int mostBytes;
    private @Nullable HttpSenderConfig config;
    private @Nullable Request request;

    KeepingSender(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What an exporter wanted to send; the body is empty where it is larger than allowed. */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    record Request(HttpSenderConfig config, int size, byte[] body) {}

    /** Forgets the last request. */
    void clear() {
        request = null;
    }

    /** The request since the last {@link #clear}; empty where the exporter made none. */
    Optional<Request> request() {
        return Optional.ofNullable(request);
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
        if (config == null) {
            throw new IllegalStateException("no exporter was made");
        }
        int size = message.getContentLength();
        request = new Request(config, size, size > mostBytes ? new byte[0] : bytes(message, size));
        onResponse.accept(Accepted.ANSWER);
    }

    private static byte[] bytes(MessageWriter message, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(size, 32));
        try {
            message.writeMessage(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
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
