package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentry.ISerializer;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.sentry.protocol.SdkVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnlockedSerializerTest {
    private final ISerializer sentrys = new SentryOptions().getSerializer();
    private final ISerializer unlocked = new UnlockedSerializer(sentrys);

    @Test
    void serialize_event_isWhatSentrysWrites() throws IOException {
        SentryEvent event = new SentryEvent(new Date(1_700_000_000_000L));
        Message message = new Message();
        message.setFormatted("\"quoted\" \\ \n \u0001 \u00e9 \u20ac \ud83d\ude00 " + "long ".repeat(10_000));
        event.setMessage(message);
        event.setTag("key", "value");
        event.setExtra("number", 2.5);

        assertThat(written(unlocked, event)).isEqualTo(written(sentrys, event)).contains("long long");
    }

    @Test
    void otherMethods_areSentrys() throws Exception {
        String json = "{\"name\":\"n\",\"version\":\"1\"}";

        assertThat(unlocked.serialize(Map.of("a", 1))).isEqualTo(sentrys.serialize(Map.of("a", 1)));
        assertThat(unlocked.deserialize(new StringReader(json), SdkVersion.class)
                        .getName())
                .isEqualTo("n");
        Object collection = unlocked.deserializeCollection(new StringReader("{\"a\":1}"), Object.class, null);
        assertThat(collection).isEqualTo(Map.of("a", 1));
    }

    private static String written(ISerializer serializer, SentryEvent event) throws IOException {
        StringWriter text = new StringWriter();
        serializer.serialize(event, text);
        return text.toString();
    }
}
