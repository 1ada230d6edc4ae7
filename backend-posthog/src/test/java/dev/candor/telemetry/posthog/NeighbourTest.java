package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.posthog.internal.PostHogApi;
import com.posthog.server.PostHog;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.testkit.AnyReceiver;
import dev.candor.telemetry.testkit.OwnFirstLoader;
import dev.candor.telemetry.testkit.PostHogReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that sends to PostHog itself is not touched, whatever version it brings. */
class NeighbourTest {
    private static final String OURS = "dev.candor.telemetry.posthog.";
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void export_besideTheProgramsOwnClient_eachSendsItsOwn() throws Exception {
        try (PostHogReceiver ours = new PostHogReceiver();
                AnyReceiver theirs = new AnyReceiver()) {
            PostHogInterface host = PostHog.with(PostHogConfig.builder("phc_host")
                    .host(theirs.uri().toString())
                    .flushAt(1)
                    .preloadFeatureFlags(false)
                    .build());
            try {
                host.capture("host", "before");
                theirs.awaitCount(1, LONG);
                exportAndClose(new PostHogBackendProvider(), ours);
                host.capture("host", "after");
                theirs.awaitCount(2, LONG);
            } finally {
                host.close();
            }
            exportAndClose(new PostHogBackendProvider(), ours);

            checkApart(ours, theirs, 2);
        }
    }

    @Test
    void export_besideTheClientOfAnEarlierVersion_eachSendsItsOwn() throws Exception {
        try (PostHogReceiver ours = new PostHogReceiver();
                AnyReceiver theirs = new AnyReceiver()) {
            com.posthog.java.PostHog host = new com.posthog.java.PostHog.Builder("phc_host")
                    .host(theirs.uri().toString())
                    .build();
            try {
                host.capture("host", "before");
                exportAndClose(new PostHogBackendProvider(), ours);
                host.capture("host", "after");
            } finally {
                host.shutdown();
            }
            exportAndClose(new PostHogBackendProvider(), ours);

            checkApart(ours, theirs, 2);
        }
    }

    @Test
    void export_withTheCoreOfAnotherVersion_pausesAndLosesNothing() throws Exception {
        try (PostHogReceiver ours = new PostHogReceiver();
                OwnFirstLoader program = OwnFirstLoader.of(List.of("com.posthog.", OURS), otherCore())) {
            assertThat(program.loadClass(PostHogApi.class.getName())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .contains("other-version");

            checkPaused(program, ours);
        }
    }

    @Test
    void export_withoutPostHogsClient_pausesAndLosesNothing() throws Exception {
        try (PostHogReceiver ours = new PostHogReceiver();
                OwnFirstLoader program = OwnFirstLoader.without("com.posthog.", List.of(OURS))) {
            checkPaused(program, ours);
        }
    }

    private static void checkPaused(ClassLoader program, PostHogReceiver ours) throws Exception {
        BackendProvider provider = (BackendProvider) program.loadClass(PostHogBackendProvider.class.getName())
                .getConstructor()
                .newInstance();
        assertThat(provider).isNotInstanceOf(PostHogBackendProvider.class);

        DeliveryResult result = provider.open(context(ours)).export(List.of(Samples.usage(1)));

        assertThat(result).isInstanceOf(DeliveryResult.Paused.class);
        assertThat(((DeliveryResult.Paused) result).reason()).contains("com.posthog:posthog 6.6.5");
        assertThat(ours.requests()).isEmpty();
    }

    private static void checkApart(PostHogReceiver ours, AnyReceiver theirs, int sent) {
        assertThat(ours.refusals()).isEmpty();
        assertThat(ours.received()).hasSize(sent).allSatisfy(capture -> {
            assertThat(capture.apiKey()).isEqualTo("phc_ours");
            assertThat(capture.name()).isEqualTo("train_end");
        });
        assertThat(theirs.received())
                .isNotEmpty()
                .allSatisfy(post -> assertThat(post.name())
                        .contains("phc_host")
                        .doesNotContain("phc_ours")
                        .doesNotContain("train_end"));
        String all = theirs.received().toString();
        assertThat(all).contains("before", "after");
    }

    private static void exportAndClose(BackendProvider provider, PostHogReceiver receiver) throws Exception {
        try (Backend backend = provider.open(context(receiver))) {
            assertThat(backend.export(List.of(Samples.usage(1)))).isEqualTo(new DeliveryResult.Delivered(1));
        }
    }

    private static BackendContext context(PostHogReceiver receiver) {
        return new BackendContext(
                "trainer",
                "1.4.0",
                Audience.MAINTAINER,
                Map.of(
                        "key", new SettingValue("posthog_key", "phc_ours", "code"),
                        "host", new SettingValue("posthog_host", receiver.uri().toString(), "code")),
                Receipts.none());
    }

    private static Path otherCore() {
        Path path = Path.of("target", "other-version", "posthog.jar");
        assertThat(Files.isRegularFile(path))
                .as("%s, which the build copies", path)
                .isTrue();
        return path;
    }
}
