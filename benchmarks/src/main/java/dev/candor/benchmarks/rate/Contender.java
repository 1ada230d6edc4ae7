package dev.candor.benchmarks.rate;

import java.util.Map;

/** Who is measured. Those that are compared follow one another, ours first. */
enum Contender {
    CANDOR_SENTRY("Sentry", "Candor", "") {
        @Override
        Client open(String url, Queue queue) {
            return CandorClient.open("sentry", Map.of("dsn", url.replace("http://", "http://key@") + "/42"));
        }
    },
    SENTRY("Sentry", "Sentry's client", "sentry") {
        @Override
        Client open(String url, Queue queue) {
            return new SentryVendor(url, queue);
        }
    },
    CANDOR_POSTHOG("PostHog", "Candor", "") {
        @Override
        Client open(String url, Queue queue) {
            return CandorClient.open("posthog", Map.of("key", "phc_rate", "host", url));
        }
    },
    POSTHOG("PostHog", "posthog-server", "posthog-server") {
        @Override
        Client open(String url, Queue queue) {
            return new PostHogVendor(url, queue);
        }
    },
    POSTHOG_JAVA("PostHog", "posthog-java, superseded", "posthog-java") {
        @Override
        Client open(String url, Queue queue) {
            return new PostHogJavaVendor(url);
        }
    },
    CANDOR_SEGMENT("Segment", "Candor", "") {
        @Override
        Client open(String url, Queue queue) {
            return CandorClient.open("segment", Map.of("write_key", "key", "endpoint", url));
        }
    },
    SEGMENT("Segment", "Segment's client", "segment") {
        @Override
        Client open(String url, Queue queue) {
            return new SegmentVendor(url, queue);
        }
    },
    CANDOR_OTLP("OTLP", "Candor, gzip", "") {
        @Override
        Client open(String url, Queue queue) {
            return CandorClient.open("otlp", Map.of("endpoint", url));
        }
    },
    OTLP_GZIP("OTLP", "OpenTelemetry's SDK, gzip", "opentelemetry") {
        @Override
        Client open(String url, Queue queue) {
            return new OtlpVendor(url, queue, "gzip");
        }
    },
    CANDOR_OTLP_PLAIN("OTLP", "Candor, not compressed", "") {
        @Override
        Client open(String url, Queue queue) {
            return CandorClient.open("otlp", Map.of("endpoint", url, "compression", "none"));
        }
    },
    OTLP_PLAIN("OTLP", "OpenTelemetry's SDK, not compressed", "opentelemetry") {
        @Override
        Client open(String url, Queue queue) {
            return new OtlpVendor(url, queue, "none");
        }
    };

    private final String destination;
    private final String title;
    private final String folder;

    Contender(String destination, String title, String folder) {
        this.destination = destination;
        this.title = title;
        this.folder = folder;
    }

    abstract Client open(String url, Queue queue);

    String destination() {
        return destination;
    }

    /** What it is compared in: where the events go, and compressed or not where a vendor leaves that open. */
    String match() {
        int comma = destination.equals("OTLP") ? title.indexOf(',') : -1;
        return comma < 0 ? destination : destination + title.substring(comma);
    }

    String title() {
        return title;
    }

    /** The folder with the vendor's libraries; empty for ours. */
    String folder() {
        return folder;
    }

    boolean ours() {
        return folder.isEmpty();
    }

    /** Whether it is what the vendor recommends today, so that ours is held to it. */
    boolean current() {
        return !ours() && this != POSTHOG_JAVA;
    }

    /** Sentry takes one event a post, the others take many. */
    int events(int usual) {
        return destination.equals("Sentry") ? usual / 20 : usual;
    }
}
