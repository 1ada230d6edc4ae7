package dev.candor.benchmarks.size;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What of the class path belongs together, by the names of jars. */
enum Part {
    /** What every tool has, with the parsers of its config files. */
    CORE("api and core", "telemetry-api telemetry-core jackson snakeyaml tomlj antlr4 checker-qual"),
    /** The backend for Sentry, and the post that it shares with two others. */
    SENTRY("backend-sentry (with backend-http)", "backend-http backend-sentry sentry"),
    /** The backend for OTLP. */
    OTLP("backend-otlp", "backend-otlp opentelemetry"),
    /** The backend for Segment. */
    SEGMENT("backend-segment", "backend-segment analytics-core gson"),
    /** The backend for PostHog; all else is its client's. */
    POSTHOG("backend-posthog (gson counted above)", "");

    private static final List<String> OURS = List.of("telemetry-", "backend-");

    private final String title;
    private final String beginnings;

    Part(String title, String beginnings) {
        this.title = title;
        this.beginnings = beginnings;
    }

    String title() {
        return title;
    }

    /** The first one that names the jar. */
    static Part of(Path jar) {
        String name = String.valueOf(jar.getFileName());
        for (Part part : values()) {
            if (Stream.of(part.beginnings.split(" ", -1)).anyMatch(name::startsWith)) {
                return part;
            }
        }
        return POSTHOG;
    }

    static boolean isCandor(Path jar) {
        String name = String.valueOf(jar.getFileName());
        return OURS.stream().anyMatch(name::startsWith);
    }
}
