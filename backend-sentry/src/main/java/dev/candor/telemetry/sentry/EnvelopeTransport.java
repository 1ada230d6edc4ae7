package dev.candor.telemetry.sentry;

import io.sentry.Hint;
import io.sentry.ISerializer;
import io.sentry.ITransportFactory;
import io.sentry.RequestDetails;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryOptions;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The end of Sentry's client: keeps the bytes of the last envelope, for the backend to post. */
final class EnvelopeTransport implements ITransport, ITransportFactory {
    private final ISerializer serializer;
    private final Clock clock;
    private @Nullable RequestDetails request;
    private byte @Nullable [] written;

    EnvelopeTransport(ISerializer serializer, Clock clock) {
        this.serializer = serializer;
        this.clock = clock;
    }

    @Override
    public ITransport create(SentryOptions options, RequestDetails details) {
        request = details;
        return this;
    }

    RequestDetails request() {
        if (request == null) {
            throw new IllegalStateException("no client was made");
        }
        return request;
    }

    void clear() {
        written = null;
    }

    /** The bytes since the last {@link #clear}; null where the client handed nothing over. */
    byte @Nullable [] written() {
        return written;
    }

    @Override
    public void send(SentryEnvelope envelope, Hint hint) {
        // Only the transport that comes with the client sets it by itself.
        envelope.getHeader().setSentAt(Date.from(clock.instant()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (SentryEnvelopeItem item : envelope.getItems()) {
                // The serializer leaves out an item that fails, without a word; asked for here, it throws.
                item.getData();
            }
            serializer.serialize(envelope, bytes);
        } catch (Exception notEncoded) {
            throw new IllegalStateException(notEncoded);
        }
        written = bytes.toByteArray();
    }

    @Override
    public void flush(long timeoutMillis) {}

    @Override
    public @Nullable RateLimiter getRateLimiter() {
        return null;
    }

    @Override
    public void close(boolean isRestarting) {}

    @Override
    public void close() {}
}
