package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.posthog.PostHogEvent;
import com.posthog.internal.PostHogApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/**
 * What this backend relies on in PostHog's client, which calls it internal.
 *
 * <p>When one of these fails, the client was changed: read what it sends now before the version goes up.
 */
class VendorTest {
    @Test
    void client_ofTheBuild_isThePinnedVersion() throws Exception {
        Path jar = Path.of(PostHogApi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(jar.getFileName()).hasToString("posthog-6.6.5.jar");
    }

    @Test
    void batch_oneEvent_isOnePostToBatchWithTheKnownFields() throws Exception {
        List<Request> requests = new ArrayList<>();
        Buffer body = new Buffer();
        Interceptor keep = chain -> {
            requests.add(chain.request());
            chain.request().body().writeTo(body);
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .body(ResponseBody.create("", null))
                    .build();
        };

        new PostHogApi(ClientConfig.of("phc_test", keep))
                .batch(List.of(new PostHogEvent(
                        "e", "d", Map.of("a", 1), Date.from(Samples.TIME), Samples.id(1), null, null, null, null)));

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).method()).isEqualTo("POST");
        assertThat(requests.get(0).url().encodedPath()).isEqualTo("/batch");
        assertThat(requests.get(0).body().contentType()).hasToString("application/json; charset=utf-8");
        JsonNode batch = new ObjectMapper().readTree(body.readByteArray());
        assertThat(batch.fieldNames()).toIterable().containsExactlyInAnyOrder("api_key", "batch", "sent_at");
        assertThat(batch.get("batch").get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("event", "distinct_id", "properties", "timestamp", "uuid");
    }

    @Test
    void config_ofOurs_asksForNothingAndReportsNothing() {
        var config = ClientConfig.of("phc_test", chain -> {
            throw new AssertionError("not asked");
        });

        assertThat(config.getDebug()).isFalse();
        assertThat(config.getPreloadFeatureFlags()).isFalse();
        assertThat(config.getSendFeatureFlagEvent()).isFalse();
        assertThat(config.getSurveys()).isFalse();
        assertThat(config.getSessionReplay()).isFalse();
        assertThat(config.getSetDefaultPersonProperties()).isFalse();
        assertThat(config.getErrorTrackingConfig().getAutoCapture()).isFalse();
        assertThat(config.getLogger().isEnabled()).isFalse();
        assertThat(config.getIntegrations()).isEmpty();
    }
}
