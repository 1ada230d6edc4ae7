package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.RetryLater;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.SentryReceiver;
import io.sentry.Breadcrumb;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.User;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host that runs its own Sentry in the same process. */
class SentryCoexistenceTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<Signal> SIGNALS = List.of(Samples.richError(1), Samples.trace(2), Samples.log(3));

    private final SentryReceiver ours = new SentryReceiver();
    private final SentryReceiver hosts = new SentryReceiver();

    @AfterEach
    void close() {
        Sentry.close();
        ours.close();
        hosts.close();
    }

    private void startHost(Consumer<SentryOptions> more) {
        Sentry.init(options -> {
            options.setDsn(hosts.dsn());
            options.setRelease("host@9");
            options.setServerName("host-server");
            options.setEnvironment("host-environment");
            options.setTag("host-tag", "host-tag-value");
            options.setTracesSampleRate(1.0);
            options.setSendClientReports(false);
            options.setEnableExternalConfiguration(false);
            more.accept(options);
        });
        Sentry.configureScope(scope -> {
            User user = new User();
            user.setId("host-user");
            scope.setUser(user);
            scope.addBreadcrumb(new Breadcrumb("host-breadcrumb"));
        });
    }

    private void exportAll(Backend backend) {
        for (Signal signal : SIGNALS) {
            assertThat(backend.export(List.of(signal))).isEqualTo(new Delivered(1));
        }
    }

    private void checkHostsEvent(SentryItem event) {
        assertThat(event.payload().path("server_name").asText()).isEqualTo("host-server");
        assertThat(event.payload().path("release").asText()).isEqualTo("host@9");
        assertThat(event.payload().path("user").path("id").asText()).isEqualTo("host-user");
        assertThat(event.payload().path("tags").path("host-tag").asText()).isEqualTo("host-tag-value");
        assertThat(event.payload().path("sdk").path("integrations").toString()).contains("UncaughtExceptionHandler");
        JsonNode breadcrumbs = event.payload().path("breadcrumbs");
        assertThat(breadcrumbs.findValuesAsText("message")).containsExactly("host-breadcrumb");
    }

    private void checkNothingMixed() {
        String fromUs = new String(ours.rawBytes(), StandardCharsets.ISO_8859_1);
        String fromHost = new String(hosts.rawBytes(), StandardCharsets.ISO_8859_1);
        assertThat(ours.refusals()).isEmpty();
        assertThat(hosts.refusals()).isEmpty();
        assertThat(fromUs)
                .doesNotContain("host@9", "host-server", "host-environment", "host-tag", "host-user", "host-breadcrumb")
                .doesNotContain("UncaughtExceptionHandler", "integrations", "packages");
        assertThat(fromHost).doesNotContain("loader", "pokemon", "com.acme", Samples.hex(1));
    }

    @Test
    void export_hostStartedBefore_bothArriveApart() throws Exception {
        startHost(options -> {});
        try (Backend backend = Samples.open(ours.dsn(), Clock.systemUTC())) {
            exportAll(backend);
            Sentry.captureMessage("of the host");
            hosts.awaitCount(1, LONG);
            exportAll(backend);
        }

        Sentry.captureMessage("after ours is closed");

        hosts.awaitCount(2, LONG).forEach(this::checkHostsEvent);
        checkNothingMixed();
    }

    @Test
    void export_hostStartedAfter_bothArriveApart() throws Exception {
        try (Backend backend = Samples.open(ours.dsn(), Clock.systemUTC())) {
            exportAll(backend);
            startHost(options -> {});
            exportAll(backend);
            Sentry.captureMessage("of the host");
            hosts.awaitCount(1, LONG).forEach(this::checkHostsEvent);
            Sentry.close();
            exportAll(backend);
        }

        checkNothingMixed();
    }

    @Test
    void export_inAHostsCallback_isTriedAgainLater() throws Exception {
        AtomicReference<DeliveryResult> within = new AtomicReference<>();
        try (Backend backend = Samples.open(ours.dsn(), Clock.systemUTC())) {
            startHost(options -> options.setBeforeSend((event, hint) -> {
                within.set(backend.export(List.of(Samples.error(1))));
                return event;
            }));
            Sentry.captureEvent(new SentryEvent());
            DeliveryResult outside = backend.export(List.of(Samples.error(1)));

            assertThat(within.get()).isEqualTo(new RetryLater(Duration.ZERO, "Sentry's client kept it back"));
            assertThat(outside).isEqualTo(new Delivered(1));
            assertThat(ours.requests()).hasSize(1);
        }
    }

    @Test
    void export_withoutHost_leavesNoThreadAndNoHandler() throws Exception {
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

        try (Backend backend = new SentryBackendProvider().open(Samples.context(Map.of("dsn", ours.dsn())))) {
            exportAll(backend);
        }

        Set<String> left = new HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread)
                    && thread.getName().toLowerCase(java.util.Locale.ROOT).contains("sentry")) {
                left.add(thread.getName());
            }
        }
        assertThat(left).isEmpty();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
        assertThat(Sentry.isEnabled()).isFalse();
    }
}
