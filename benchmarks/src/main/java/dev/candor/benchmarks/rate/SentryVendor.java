package dev.candor.benchmarks.rate;

import io.sentry.Sentry;

/** Sentry's own client, as a program sets it up. */
final class SentryVendor implements Client {

    SentryVendor(String url, Queue queue) {
        Sentry.init(options -> {
            options.setDsn(url.replace("http://", "http://key@") + "/42");
            options.setRelease("ratetool@1.0.0");
            if (queue == Queue.LARGE) {
                options.setMaxQueueSize(Queue.ENOUGH);
            }
        });
    }

    @Override
    public boolean record(int serial) {
        Sentry.captureException(SampleValues.error(serial));
        return true;
    }

    @Override
    public void flush() {
        Sentry.flush(60_000);
    }

    @Override
    public void close() {
        Sentry.close();
    }
}
