package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.IdentityMode;
import java.util.UUID;

/** Events have nothing in common; the event's own id stands in where a vendor requires one. */
record NoIdentity() implements Identity {

    @Override
    public IdentityMode mode() {
        return IdentityMode.NONE;
    }

    @Override
    public String distinctId(UUID eventId, long nowMillis) {
        return Hex.of(eventId.getMostSignificantBits(), eventId.getLeastSignificantBits());
    }

    @Override
    public void forget() {}
}
