package dev.candor.telemetry.servlet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered.
 *
 * @param method {@code GET} and so on; {@code OTHER} for one that HTTP does not know
 * @param route the route template; null when none matched
 * @param status the answer's status
 * @param elapsed from the first look to the answer
 * @param userAgent the header; empty where there is none
 * @param acceptLanguage the header; empty where there is none
 * @param error what the application threw, if it did
 */
public record FinishedRequest(
        String method,
        @Nullable String route,
        int status,
        Duration elapsed,
        String userAgent,
        String acceptLanguage,
        @Nullable Throwable error) {}
