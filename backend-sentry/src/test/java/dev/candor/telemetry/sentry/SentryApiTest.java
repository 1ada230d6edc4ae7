package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.SdkVersion;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is relied on in Sentry's client and not promised by it: some of what is used is marked as internal, and may change with a minor
 * version. A failure here says that the new version has to be read before it is taken.
 */
class SentryApiTest {

    @Test
    void version_ofTheClient_isTheOneThatWasRead() {
        assertThat(new SentryOptions().getSdkVersion().getVersion()).isEqualTo("8.62.0");
        assertThat(new SentryOptions().getSentryClientName()).isEqualTo("sentry.java/8.62.0");
    }

    @Test
    void processors_byDefault_areTheOnesThatAreTakenOut() {
        SentryOptions options = new SentryOptions();

        assertThat(options.getEventProcessors())
                .extracting(processor -> processor.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "MainEventProcessor", "DuplicateEventDetectionEventProcessor", "SentryRuntimeEventProcessor");
        options.getEventProcessors().clear();
        assertThat(options.getEventProcessors()).isEmpty();
    }

    @Test
    @SuppressWarnings("deprecation") // it is set by default to what is wanted, and there is nothing newer to ask
    void personalData_byDefault_isOff() {
        assertThat(new SentryOptions().isSendDefaultPii()).isFalse();
    }

    @Test
    void sdkVersion_readFromJson_listsNothingOfTheProcess() {
        SentryOptions options = new SentryOptions();
        options.getSdkVersion().addIntegration("OfTheHost");

        SdkVersion read = options.getSerializer()
                .deserialize(
                        new StringReader("{\"name\":\"n\",\"version\":\"1\",\"packages\":[],\"integrations\":[]}"),
                        SdkVersion.class);

        assertThat(options.getSdkVersion().getIntegrationSet()).contains("OfTheHost");
        assertThat(read.getIntegrationSet()).isEmpty();
        assertThat(read.getPackageSet()).isEmpty();
    }

    @Test
    void capture_event_reachesTheTransportBeforeItReturns() {
        try (EnvelopeWriter writer = new EnvelopeWriter("https://key@o1.ingest.sentry.io/42", Clock.systemUTC())) {
            byte[] written = writer.event(new SentryEvent());

            assertThat(written).isNotNull();
            assertThat(writer.request().getUrl()).hasToString("https://o1.ingest.sentry.io/api/42/envelope/");
            assertThat(writer.request().getHeaders()).containsOnlyKeys("User-Agent", "X-Sentry-Auth");
        }
    }

    @Test
    void capture_logs_areWrittenAtOnceAndOnlyOnce() {
        try (EnvelopeWriter writer = new EnvelopeWriter("https://key@o1.ingest.sentry.io/42", Clock.systemUTC())) {
            byte[] logs = writer.logs(List.of());
            byte[] event = writer.event(new SentryEvent());

            assertThat(new String(logs, java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"item_count\":0");
            assertThat(new String(event, java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("item_count");
        }
    }
}
