package dev.candor.benchmarks.vendor;

/** Whose client; the name is also that of the folder with its libraries. */
public enum Vendor {
    /** Sentry's. */
    SENTRY("sentry", "Sentry") {
        @Override
        public Client open(String url) {
            return new SentryClient(url);
        }
    },
    /** PostHog's current one. */
    POSTHOG_SERVER("posthog-server", "PostHog (posthog-server)") {
        @Override
        public Client open(String url) {
            return new PostHogServerClient(url);
        }
    },
    /** PostHog's earlier one. */
    POSTHOG_JAVA("posthog-java", "PostHog (posthog-java)") {
        @Override
        public Client open(String url) {
            return new PostHogJavaClient(url);
        }
    },
    /** Segment's. */
    SEGMENT("segment", "Segment (analytics-java)") {
        @Override
        public Client open(String url) {
            return new SegmentClient(url);
        }
    },
    /** OpenTelemetry's batch processor for log records with the OTLP exporter. */
    OPENTELEMETRY("opentelemetry", "OpenTelemetry SDK + OTLP") {
        @Override
        public Client open(String url) {
            return new OpenTelemetryClient(url);
        }
    };

    private final String folder;
    private final String title;

    Vendor(String folder, String title) {
        this.folder = folder;
        this.title = title;
    }

    /** Where its libraries are, below {@code target/vendors}. */
    public String folder() {
        return folder;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Opens it; its libraries must be on the class path. */
    public abstract Client open(String url);
}
