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

    /**
     * A key, and the hashes that it made lately: they are forgotten together.
     *
     * @param onFile where the key came from; null where no file holds it
     */
    private record Keyed(@Nullable Secret onFile, Hmac key, HashedNames names) {
        static Keyed by(@Nullable Secret onFile, String digits) {
            return new Keyed(onFile, new Hmac(Hex.bytes(digits)), new HashedNames());
        }
    }

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

    /** Forgets a key in memory when its file holds it no longer, as after another process forgot it. Reads a small file. */
    public synchronized void checkFile() {
        Keyed known = keyed;
        if (known != null && known.onFile != null && !secret.holds(known.onFile)) {
            keyed = null;
        }
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
            known = agree();
            keyed = known;
        }
        return known;
    }

    private Keyed agree() {
        if (onDisk) {
            try {
                Optional<Secret> agreed = secret.agree(null, System.currentTimeMillis());
                if (agreed.isPresent()) {
                    return Keyed.by(agreed.get(), agreed.get().digits());
                }
            } catch (IOException | RuntimeException e) {
                log().log(System.Logger.Level.DEBUG, "No key can be kept here; hashes are good for this run.", e);
            }
        }
        return Keyed.by(null, secret.fresh());
    }

    /** Asked for when there is something to say: a logger takes milliseconds to make. */
    private static System.Logger log() {
        return System.getLogger("dev.candor.telemetry");
    }
}
