package dev.candor.telemetry.testkit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event that PostHog was given.
 *
 * @param kind {@code capture}
 * @param id its {@code uuid}
 * @param name its {@code event}
 * @param distinctId who it is counted as
 * @param properties its properties
 * @param event the whole of it
 * @param apiKey the project that it was sent to
 */
public record PostHogCapture(
        String kind, String id, String name, String distinctId, JsonNode properties, JsonNode event, String apiKey)
        implements Received {}
