package dev.candor.benchmarks.vendor;

import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.protocol.Message;

/** {@code Sentry.init} and {@code captureEvent}. */
final class SentryClient implements Client {
    private static final int SCHEME = "http://".length();

    SentryClient(String url) {
        Sentry.init(options -> options.setDsn("http://public@" + url.substring(SCHEME) + "/42"));
    }

    @Override
    public void event() {
        Message message = new Message();
        message.setMessage("pipeline_load");
        SentryEvent event = new SentryEvent();
        event.setMessage(message);
        event.setTag("destination", "duckdb");
        event.setTag("step", "load");
        event.setExtra("elapsed", 2.25);
        event.setExtra("success", true);
        event.setExtra("rows", 1_234L);
        Sentry.captureEvent(event);
    }

    @Override
    public void close() {
        Sentry.close();
    }
}
