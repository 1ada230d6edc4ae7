package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.IdentityMode;
import java.util.UUID;

/** A random id that lives as long as this object, in memory only. */
final class RunIdentity implements Identity {

    private final Entropy entropy;
    private volatile String id;

    RunIdentity(Entropy entropy) {
        this.entropy = entropy;
        this.id = fresh(entropy);
    }

    private static String fresh(Entropy entropy) {
        byte[] bytes = new byte[16];
        entropy.fill(bytes);
        return Hex.of(bytes, bytes.length);
    }

    @Override
    public IdentityMode mode() {
        return IdentityMode.RUN;
    }

    @Override
    public String distinctId(UUID eventId, long nowMillis) {
        return id;
    }

    @Override
    public void checkFile() {}

    @Override
    public void forget() {
        id = fresh(entropy);
    }
}
