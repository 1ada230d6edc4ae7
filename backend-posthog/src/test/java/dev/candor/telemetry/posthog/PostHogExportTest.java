package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.PostHogReceiver;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostHogExportTest {
    @Test
    void export_batch_isOneCompressedPost() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver();
                Backend backend = backend(receiver)) {
            DeliveryResult result = backend.export(Samples.usages(100));

            assertThat(result).isEqualTo(new DeliveryResult.Delivered(100));
            assertThat(receiver.requests()).hasSize(1);
            ReceivedRequest request = receiver.requests().get(0);
            assertThat(request.path()).isEqualTo("/batch");
            assertThat(request.header("Content-Encoding")).contains("gzip");
            assertThat(request.header("User-Agent")).contains("candor-posthog/" + Version.CURRENT);
            assertThat(request.wire().length).isLessThan(request.body().length / 4);
        }
    }

    @Test
    void export_moreThanGoIntoAPost_areTwoPostsWhenItIsKnownThatTheyAreTaken() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver();
                Backend backend = backend(receiver)) {
            DeliveryResult first = backend.export(Samples.usages(600));
            DeliveryResult second = backend.export(Samples.usages(600));

            assertThat(first).isEqualTo(new DeliveryResult.Delivered(256));
            assertThat(second).isEqualTo(new DeliveryResult.Delivered(512));
            assertThat(receiver.requests()).hasSize(3);
        }
    }

    @Test
    void export_secondOfTwoPostsIsOverTheQuota_isCountedWithBoth() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver();
                Backend backend = backend(receiver)) {
            receiver.always(Reply.answer(200, "application/json", "{\"quota_limited\":[\"events\"]}"));
            backend.export(Samples.usages(1));

            DeliveryResult result = backend.export(Samples.usages(300));

            assertThat(result).isEqualTo(new DeliveryResult.Delivered(300, 300));
        }
    }

    @Test
    void export_accountOverItsQuota_isDeliveredAndCountedAsRefused() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver();
                Backend backend = backend(receiver)) {
            receiver.always(Reply.answer(200, "application/json", "{\"status\":1,\"quota_limited\":[\"events\"]}"));

            DeliveryResult result = backend.export(List.of(Samples.usage(1), Samples.error(2), Samples.usage(3)));

            assertThat(result).isEqualTo(new DeliveryResult.Delivered(3, 2));
        }
    }

    @Test
    void export_eventOverAMegabyte_isTooLargeAloneAndNotPosted() throws Exception {
        Signal large = Samples.usage(Samples.header(2), Map.of("text", "x".repeat(1024 * 1024)));
        try (PostHogReceiver receiver = new PostHogReceiver();
                Backend backend = backend(receiver)) {
            DeliveryResult result = backend.export(List.of(large, Samples.usage(1)));

            assertThat(result).isEqualTo(new DeliveryResult.TooLarge(1, "an event over 1 MB"));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private static Backend backend(PostHogReceiver receiver) throws Exception {
        return new PostHogBackendProvider()
                .open(new BackendContext(
                        "trainer",
                        "1.4.0",
                        Audience.MAINTAINER,
                        Map.of(
                                "key", new SettingValue("posthog_key", "phc_test", "code"),
                                "host",
                                        new SettingValue(
                                                "posthog_host", receiver.uri().toString(), "code")),
                        Receipts.none()));
    }
}
