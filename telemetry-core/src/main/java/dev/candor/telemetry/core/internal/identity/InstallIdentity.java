package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.internal.identity.AgreedSecret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A random id from a private file, read when the first event needs it, and again when it expires. */
final class InstallIdentity implements Identity {

    static final int DIGITS = 32;

    private final AgreedSecret file;
    private final @Nullable Duration lifetime;
    private volatile @Nullable Secret known;
    private volatile boolean onDisk = true;

    InstallIdentity(AgreedSecret file, @Nullable Duration lifetime) {
        this.file = file;
        this.lifetime = lifetime;
    }

    /** {@link IdentityMode#RUN} once it turned out that the id cannot be kept. */
    @Override
    public IdentityMode mode() {
        return onDisk ? IdentityMode.INSTALL : IdentityMode.RUN;
    }

    @Override
    public String distinctId(UUID eventId, long nowMillis) {
        Secret secret = known;
        return secret != null && !expired(secret, nowMillis) ? secret.digits() : renew(nowMillis);
    }

    private boolean expired(Secret secret, long nowMillis) {
        return onDisk && secret.expired(lifetime, nowMillis);
    }

    private synchronized String renew(long nowMillis) {
        Secret secret = known;
        if (secret == null || expired(secret, nowMillis)) {
            secret = agree(nowMillis);
            known = secret;
        }
        return secret.digits();
    }

    private Secret agree(long nowMillis) {
        try {
            Optional<Secret> agreed = file.agree(lifetime, nowMillis);
            if (agreed.isPresent()) {
                onDisk = true;
                return agreed.get();
            }
        } catch (IOException | RuntimeException e) {
            log().log(System.Logger.Level.DEBUG, "No id can be kept here; this run is counted alone.", e);
        }
        onDisk = false;
        return new Secret(file.fresh(), nowMillis / 1000);
    }

    @Override
    public synchronized void checkFile() {
        Secret secret = known;
        if (secret != null && onDisk && !file.holds(secret)) {
            known = null;
        }
    }

    @Override
    public synchronized void forget() {
        known = null;
        try {
            file.forget();
        } catch (IOException | RuntimeException e) {
            log().log(System.Logger.Level.WARNING, "The telemetry id could not be deleted.", e);
        }
    }

    /** Asked for when there is something to say: a logger takes milliseconds to make. */
    private static System.Logger log() {
        return System.getLogger("dev.candor.telemetry");
    }
}
