package dev.candor.telemetry.sentry;

import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.Gzip;
import dev.candor.telemetry.http.Masked;
import dev.candor.telemetry.http.Post;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import io.sentry.RequestDetails;
import io.sentry.SentryLogEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns signals into posts to a project's envelope endpoint. */
final class Envelopes implements AutoCloseable {
    private final EnvelopeWriter writer;
    private final Post.Head head;
    private final ErrorEvents errors;
    private final Transactions transactions;
    private final LogItems logs;
    private final Gzip gzip = new Gzip();

    private Envelopes(EnvelopeWriter writer, Endpoint endpoint, SentrySettings settings) {
        this.writer = writer;
        this.head = head(endpoint, writer.request());
        Surroundings surroundings = new Surroundings(settings, writer.sdk());
        this.errors = new ErrorEvents(surroundings);
        this.transactions = new Transactions(surroundings);
        this.logs = new LogItems(surroundings);
    }

    static Envelopes open(SentrySettings settings, Clock clock) throws SettingsException {
        SettingValue dsn = settings.dsn();
        try {
            EnvelopeWriter writer = new EnvelopeWriter(dsn.value().strip(), clock);
            String url = writer.request().getUrl().toString();
            SettingValue address = new SettingValue(dsn.key(), url, dsn.place());
            return new Envelopes(writer, Endpoint.of(address, settings.plainHttp()), settings);
        } catch (IllegalArgumentException refused) {
            throw new SettingsException(dsn.key(), dsn.place(), Masked.url(dsn.value()), "is not a Sentry DSN");
        }
    }

    /** The post of one envelope; empty where Sentry's client kept it back. */
    Optional<Post> post(Category category, List<Signal> signals) {
        byte[] envelope = envelope(category, signals);
        if (envelope == null) {
            return Optional.empty();
        }
        return Optional.of(head.gzip(envelope, gzip));
    }

    private static Post.Head head(Endpoint endpoint, RequestDetails request) {
        Post.Head head = Post.to(endpoint).header("Content-Type", "application/x-sentry-envelope");
        request.getHeaders().forEach((name, value) -> {
            if (name.equals("X-Sentry-Auth")) {
                head.secretHeader(name, value);
            } else {
                head.header(name, value);
            }
        });
        return head;
    }

    private byte @Nullable [] envelope(Category category, List<Signal> signals) {
        return switch (category) {
            case ERROR -> writer.event(errors.event((ErrorReport) signals.get(0)));
            case TRANSACTION -> writer.transaction(transactions.transaction((Trace) signals.get(0)));
            case LOG -> {
                List<SentryLogEvent> items = new ArrayList<>(signals.size());
                for (Signal signal : signals) {
                    items.add(logs.item((LogEntry) signal));
                }
                yield writer.logs(items);
            }
        };
    }

    @Override
    public void close() {
        writer.close();
        gzip.close();
    }
}
