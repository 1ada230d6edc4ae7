package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.IdentityMode;
import java.util.UUID;

/**
 * Says whom an event is counted as. Made only after consent.
 *
 * <p>Safe for any number of threads. Nothing here throws: where no file can be written, the id lasts for this run.
 */
public sealed interface Identity permits NoIdentity, EventIdentity, RunIdentity, InstallIdentity {

    /** What is in effect, which can be less than the tool asked for. */
    IdentityMode mode();

    /**
     * 32 hex digits, to be stamped on an event once, when it is made; empty for those of the event's own id.
     *
     * @param eventId the event's own id
     * @param nowMillis the event's time, against which a rotating id expires
     */
    String distinctId(UUID eventId, long nowMillis);

    /** Forgets an id in memory when its file holds it no longer, as after another process forgot it. Reads a small file. */
    void checkFile();

    /** Forgets the id, in memory and on disk: the next event gets a new one. */
    void forget();
}
