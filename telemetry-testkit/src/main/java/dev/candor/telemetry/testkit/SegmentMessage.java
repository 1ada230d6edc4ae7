package dev.candor.telemetry.testkit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message that Segment was given.
 *
 * @param kind its type, such as {@code track}
 * @param id its message id
 * @param name the event's name; empty where it is no track
 * @param content the whole of it
 * @param writeKey the source that it was sent to
 */
public record SegmentMessage(String kind, String id, String name, JsonNode content, String writeKey)
        implements Received {}
