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
    private volatile @Nullable Keyed keyed;

    /** A key, and the hashes that it made lately: they are forgotten together. */
    private record Keyed(Hmac key, HashedNames names) {}

    NameHash(AgreedSecret secret, boolean onDisk) {
        this.secret = secret;
        this.onDisk = onDisk;
    }

    /** 32 hex digits for {@code name}; the same name gives the same digits as long as the key is kept. */
    public String of(String name) {
        Keyed known = keyed;
        Keyed current = known != null ? known : readKey();
        String before = current.names.of(name);
        if (before != null) {
            return before;
        }
        String hash = Hex.of(current.key.of(name.getBytes(StandardCharsets.UTF_8)), SENT_BYTES);
        current.names.add(name, hash);
        return hash;
    }

    /** Forgets the key, in memory and on disk: no later hash can be matched with an earlier one. */
    public synchronized void forget() {
        keyed = null;
        if (onDisk) {
            try {
                secret.forget();
            } catch (IOException | RuntimeException e) {
                log().log(System.Logger.Level.WARNING, "The key of the telemetry hashes could not be deleted.", e);
            }
        }
    }

    private synchronized Keyed readKey() {
        Keyed known = keyed;
        if (known == null) {
            known = new Keyed(new Hmac(Hex.bytes(agree())), new HashedNames());
            keyed = known;
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
