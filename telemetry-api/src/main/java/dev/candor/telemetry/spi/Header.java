package dev.candor.telemetry.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * What every signal carries. It stays the same however often the signal is sent, so that vendors can recognise a second copy.
 *
 * @param id UUIDv7 (RFC 9562)
 * @param time when it was recorded, to the millisecond
 * @param distinctId who it is counted as, by the tool's identity mode; the event's own id in 32 hex digits where the mode is none
 * @param resource where it was made
 */
public record Header(UUID id, Instant time, String distinctId, Resource resource) {}
