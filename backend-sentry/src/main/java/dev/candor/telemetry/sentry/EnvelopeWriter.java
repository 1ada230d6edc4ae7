package dev.candor.telemetry.sentry;

import io.sentry.Hint;
import io.sentry.IScope;
import io.sentry.RequestDetails;
import io.sentry.SentryClient;
import io.sentry.SentryEvent;
import io.sentry.SentryLogEvent;
import io.sentry.SentryLogEvents;
import io.sentry.SentryOptions;
import io.sentry.protocol.SdkVersion;
import io.sentry.protocol.SentryTransaction;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sentry's own client, made to write envelopes instead of sending them.
 *
 * <p>The client is made without {@code Sentry.init}, so that it has no part in the host's: no global scope, no hook, no thread. All it
 * would add by itself is off. Calls encode on the calling thread.
 */
final class EnvelopeWriter implements AutoCloseable {
    private static final @Nullable IScope NO_SCOPE = null;

    private final SentryOptions options = new SentryOptions();
    private final EnvelopeTransport transport;
    private final SentryClient client;
    private final SdkVersion sdk;

    /**
     * Makes a client.
     *
     * @throws IllegalArgumentException when Sentry's client does not take the DSN
     */
    EnvelopeWriter(String dsn, Clock clock) {
        sdk = hostBlind(options);
        options.setSerializer(new UnlockedSerializer(options.getSerializer()));
        transport = new EnvelopeTransport(options.getSerializer(), clock);
        options.setDsn(dsn);
        options.setSdkVersion(sdk);
        options.setTransportFactory(transport);
        forcePrivacy(options);
        client = new SentryClient(options);
    }

    /** Where the client would post to, and with which headers. */
    RequestDetails request() {
        return transport.request();
    }

    /** Name and version of Sentry's client. */
    SdkVersion sdk() {
        return sdk;
    }

    /** The envelope of an event; null where the client kept it back. */
    byte @Nullable [] event(SentryEvent event) {
        transport.clear();
        client.captureEvent(event, NO_SCOPE, new Hint());
        return transport.written();
    }

    /** The envelope of a transaction; null where the client kept it back. */
    byte @Nullable [] transaction(SentryTransaction transaction) {
        transport.clear();
        client.captureTransaction(transaction, null, NO_SCOPE, new Hint(), null);
        return transport.written();
    }

    /** The envelope of several log items; null where the client kept them back. */
    byte @Nullable [] logs(List<SentryLogEvent> items) {
        transport.clear();
        client.captureBatchedLogEvents(new SentryLogEvents(items));
        return transport.written();
    }

    @Override
    public void close() {
        client.close();
    }

    private static void forcePrivacy(SentryOptions options) {
        // The processors add the thread's name, the runtime, modules and a user. Everything wanted is set by hand.
        options.getEventProcessors().clear();
        options.getIntegrations().clear();
        options.setAttachServerName(false);
        options.setAttachStacktrace(false);
        options.setAttachThreads(false);
        options.setSendModules(false);
        options.setSendClientReports(false);
        options.setEnableAutoSessionTracking(false);
        options.setEnableDeduplication(false);
        options.setEnableExternalConfiguration(false);
        // Too large is for the pipeline to hear of; by itself the client would drop breadcrumbs and frames.
        options.setEnableEventSizeLimiting(false);
        options.setEnableUncaughtExceptionHandler(false);
        options.setEnableShutdownHook(false);
    }

    /**
     * Name and version alone: left to itself, Sentry's type lists the host's integrations and packages from a static registry. Read back
     * from JSON it lists what that says. The setting tells Sentry not to note the address that posts.
     */
    private static SdkVersion hostBlind(SentryOptions options) {
        SdkVersion own = options.getSdkVersion();
        if (own == null) {
            throw new IllegalStateException("Sentry's client has no version");
        }
        String json = "{\"name\":\"" + own.getName() + "\",\"version\":\"" + own.getVersion()
                + "\",\"packages\":[],\"integrations\":[],\"settings\":{\"infer_ip\":\"never\"}}";
        SdkVersion blind = options.getSerializer().deserialize(new StringReader(json), SdkVersion.class);
        if (blind == null) {
            throw new IllegalStateException("Sentry's client does not read its own version");
        }
        return blind;
    }
}
