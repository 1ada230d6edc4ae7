package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.TrackMessage;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.testkit.AnyReceiver;
import dev.candor.telemetry.testkit.OwnFirstLoader;
import dev.candor.telemetry.testkit.SegmentMessage;
import dev.candor.telemetry.testkit.SegmentReceiver;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that sends to Segment itself is not touched, whatever version it brings. */
class NeighbourTest {
    private static final String OURS = "dev.candor.telemetry.segment.";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Path OTHER_TYPES = other("analytics-core.jar");
    private static final Path OTHER_CLIENT = other("analytics.jar");

    @Test
    void export_besideTheProgramsOwnClient_eachSendsItsOwn() throws Exception {
        try (SegmentReceiver ours = new SegmentReceiver();
                AnyReceiver theirs = new AnyReceiver()) {
            Analytics host = Analytics.builder("host_key")
                    .endpoint(theirs.uri().toString())
                    .flushQueueSize(1)
                    .build();

            host.enqueue(track("before"));
            theirs.awaitCount(1, LONG);
            exportAndClose(new SegmentBackendProvider(), ours);
            host.enqueue(track("after"));
            theirs.awaitCount(2, LONG);
            host.shutdown();
            exportAndClose(new SegmentBackendProvider(), ours);

            checkApart(ours, theirs, 2);
        }
    }

    @Test
    void export_besideAClientOfAnotherVersion_eachSendsItsOwn() throws Exception {
        try (SegmentReceiver ours = new SegmentReceiver();
                AnyReceiver theirs = new AnyReceiver();
                OwnFirstLoader program = OwnFirstLoader.of(List.of("com.segment."), OTHER_TYPES, OTHER_CLIENT)) {
            Object host = otherClient(program, theirs);

            enqueue(program, host, "before");
            theirs.awaitCount(1, LONG);
            exportAndClose(new SegmentBackendProvider(), ours);
            enqueue(program, host, "after");
            theirs.awaitCount(2, LONG);
            host.getClass().getMethod("shutdown").invoke(host);

            checkApart(ours, theirs, 1);
        }
    }

    @Test
    void export_withTypesOfAnotherVersion_sendsTheSame() throws Exception {
        try (SegmentReceiver ours = new SegmentReceiver();
                OwnFirstLoader program = OwnFirstLoader.of(List.of("com.segment.", OURS), OTHER_TYPES)) {
            assertThat(program.loadClass(TrackMessage.class.getName())).isNotSameAs(TrackMessage.class);
            BackendProvider other = (BackendProvider) program.loadClass(SegmentBackendProvider.class.getName())
                    .getConstructor()
                    .newInstance();

            exportAndClose(new SegmentBackendProvider(), ours);
            exportAndClose(other, ours);

            List<SegmentMessage> received = ours.received();
            assertThat(received).hasSize(2);
            assertThat(received.get(1).content()).isEqualTo(received.get(0).content());
        }
    }

    @Test
    void export_withoutSegmentsTypes_pausesAndLosesNothing() throws Exception {
        try (SegmentReceiver ours = new SegmentReceiver();
                OwnFirstLoader program = OwnFirstLoader.without("com.segment.", List.of(OURS))) {
            BackendProvider stripped = (BackendProvider) program.loadClass(SegmentBackendProvider.class.getName())
                    .getConstructor()
                    .newInstance();

            Backend backend = stripped.open(context(ours));
            DeliveryResult result = backend.export(List.of(Samples.usage(1)));

            assertThat(result).isInstanceOf(DeliveryResult.Paused.class);
            assertThat(((DeliveryResult.Paused) result).reason()).contains("analytics-core 3.5.4");
            assertThat(ours.requests()).isEmpty();
        }
    }

    private static void checkApart(SegmentReceiver ours, AnyReceiver theirs, int sent) {
        assertThat(ours.refusals()).isEmpty();
        assertThat(ours.received()).hasSize(sent).allSatisfy(message -> {
            assertThat(message.writeKey()).isEqualTo("wk_ours");
            assertThat(message.name()).isEqualTo("train_end");
        });
        assertThat(theirs.received())
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.name())
                        .contains("host_key")
                        .doesNotContain("wk_ours")
                        .doesNotContain("train_end"));
    }

    private static MessageBuilder<?, ?> track(String event) {
        return TrackMessage.builder(event).anonymousId("host");
    }

    private static Object otherClient(ClassLoader program, AnyReceiver theirs) throws Exception {
        Class<?> client = program.loadClass(Analytics.class.getName());
        assertThat(client).isNotSameAs(Analytics.class);
        Object builder = client.getMethod("builder", String.class).invoke(null, "host_key");
        builder.getClass()
                .getMethod("endpoint", String.class)
                .invoke(builder, theirs.uri().toString());
        builder.getClass().getMethod("flushQueueSize", int.class).invoke(builder, 1);
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static void enqueue(ClassLoader program, Object host, String event) throws Exception {
        Class<?> messages = program.loadClass(TrackMessage.class.getName());
        Object message = messages.getMethod("builder", String.class).invoke(null, event);
        message.getClass().getMethod("anonymousId", String.class).invoke(message, "host");
        Method enqueue = host.getClass().getMethod("enqueue", program.loadClass(MessageBuilder.class.getName()));
        enqueue.invoke(host, message);
    }

    private static void exportAndClose(BackendProvider provider, SegmentReceiver receiver) throws Exception {
        try (Backend backend = provider.open(context(receiver))) {
            assertThat(backend.export(List.of(Samples.usage(1)))).isEqualTo(new DeliveryResult.Delivered(1));
        }
    }

    private static BackendContext context(SegmentReceiver receiver) {
        return new BackendContext(
                "loader",
                "1.4.0",
                Audience.MAINTAINER,
                Map.of(
                        "write_key", new SettingValue("segment_write_key", "wk_ours", "code"),
                        "endpoint",
                                new SettingValue(
                                        "segment_endpoint", receiver.uri().toString(), "code")),
                Receipts.none());
    }

    private static Path other(String jar) {
        Path path = Path.of("target", "other-version", jar);
        assertThat(Files.isRegularFile(path))
                .as("%s, which the build copies", path)
                .isTrue();
        return path;
    }
}
