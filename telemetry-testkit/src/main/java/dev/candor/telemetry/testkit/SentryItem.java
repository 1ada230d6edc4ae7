package dev.candor.telemetry.testkit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An item of a Sentry envelope.
 *
 * @param kind {@code event}, {@code transaction} or {@code log}
 * @param id the event id, 32 hex digits; empty for a log
 * @param name the transaction's name, or the type of the first exception, or a log's body
 * @param payload the item; for logs each record alone
 * @param envelope the envelope's header
 */
public record SentryItem(String kind, String id, String name, JsonNode payload, JsonNode envelope)
        implements Received {}
