package dev.example.webhook;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.http.AnswerTable;
import dev.candor.telemetry.http.AnswerTable.Verdict;
import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.HeaderValue;
import dev.candor.telemetry.http.HttpPost;
import dev.candor.telemetry.http.Limits;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingsException;
import java.util.List;
import java.util.Set;

/** Offers a backend that posts usage events and log records as JSON to an address of the user's choice. */
public final class WebhookProvider implements BackendProvider {

    @Override
    public BackendSpec spec() {
        return new BackendSpec(
                "webhook",
                List.of(
                        new Setting(
                                "endpoint", true, false, "Where to post to, such as https://collector.example/events."),
                        new Setting("token", true, true, "The bearer token of the receiver."),
                        Limits.setting()),
                Set.of(Purpose.USAGE, Purpose.LOGS),
                Set.of());
    }

    @Override
    public Backend open(BackendContext context) throws SettingsException {
        Endpoint endpoint = Endpoint.of(context.required("endpoint"));
        String token = HeaderValue.of(context.required("token"));
        HttpPost http = new HttpPost(context.receipts(), Limits.of(context));
        // The one row in which this receiver differs from the usual table.
        AnswerTable answers = AnswerTable.standard().with(Verdict.RETRY, 408);
        return new WebhookBackend(endpoint, token, http, answers);
    }
}
