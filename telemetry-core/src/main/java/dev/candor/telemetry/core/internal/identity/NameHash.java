package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.internal.identity.AgreedSecret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns names into values that can be counted but not known: the first 128 bits of HMAC-SHA-256 (RFC 2104) with a random key
 * that never leaves this machine.
 *
 * <p>A hash without a key would not do: names are few and guessable, and guessing them all takes minutes.
 */
public final class NameHash {

    static final int KEY_DIGITS = 64;

    private static final int SENT_BYTES = 16;

    private final AgreedSecret secret;
    private final boolean onDisk;
    private volatile @Nullable Hmac key;

    NameHash(AgreedSecret secret, boolean onDisk) {
        this.secret = secret;
        this.onDisk = onDisk;
    }

    /** 32 hex digits for {@code name}; the same name gives the same digits as long as the key is kept. */
    public String of(String name) {
        Hmac known = key;
        Hmac hmac = known != null ? known : readKey();
        return Hex.of(hmac.of(name.getBytes(StandardCharsets.UTF_8)), SENT_BYTES);
    }

    /** Forgets the key, in memory and on disk: no later hash can be matched with an earlier one. */
    public synchronized void forget() {
        key = null;
        if (onDisk) {
            try {
                secret.forget();
            } catch (IOException | RuntimeException e) {
                log().log(System.Logger.Level.WARNING, "The key of the telemetry hashes could not be deleted.", e);
            }
        }
    }

    private synchronized Hmac readKey() {
        Hmac known = key;
        if (known == null) {
            known = new Hmac(Hex.bytes(agree()));
            key = known;
        }
        return known;
    }

    private String agree() {
        if (onDisk) {
            try {
                Optional<Secret> agreed = secret.agree(null, System.currentTimeMillis());
                if (agreed.isPresent()) {
                    return agreed.get().digits();
                }
            } catch (IOException | RuntimeException e) {
                log().log(System.Logger.Level.DEBUG, "No key can be kept here; hashes are good for this run.", e);
            }
        }
        return secret.fresh();
    }

    /** Asked for when there is something to say: a logger takes milliseconds to make. */
    private static System.Logger log() {
        return System.getLogger("dev.candor.telemetry");
    }
}
