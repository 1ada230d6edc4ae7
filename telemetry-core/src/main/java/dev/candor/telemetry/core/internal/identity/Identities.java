package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.internal.files.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes what tells events apart, as far as the place allows.
 *
 * @param folder where ids are kept; null where there is no usable disk
 * @param home to whose owner the files belong
 * @param allowed whether a file may be made, asked right before it is
 */
public record Identities(@Nullable Path folder, Home home, Entropy entropy, BooleanSupplier allowed) {

    private static final String ID_FILE = "install-id";
    private static final String KEY_FILE = "hash-key";
    private static final String ROUTE_FILE = "route-key";
    private static final int ROUTE_DIGITS = 32;

    /**
     * What is in effect where {@code wanted} is asked for.
     *
     * <p>CI machines and containers come up with an empty disk, or with a copy of one: an id kept there counts one user as
     * thousands, or thousands as one.
     *
     * @param shortLived whether this is a CI run or a container
     * @param folderNamed whether the tool itself named the folder, knowing that it lasts
     */
    public static IdentityMode limit(IdentityMode wanted, boolean shortLived, boolean folderNamed) {
        return wanted == IdentityMode.INSTALL && shortLived && !folderNamed ? IdentityMode.RUN : wanted;
    }

    /**
     * The identity of one pipeline. Nothing is read or written before the first event.
     *
     * @param lifetime after which an install id is replaced by a new one; null where it stays
     */
    public Identity identity(IdentityMode mode, @Nullable Duration lifetime) {
        Path in = folder;
        if (mode == IdentityMode.NONE) {
            return new NoIdentity();
        }
        if (mode == IdentityMode.EVENT) {
            return new EventIdentity(entropy);
        }
        return mode == IdentityMode.RUN || in == null ? new RunIdentity(entropy) : install(in, lifetime);
    }

    private Identity install(Path in, @Nullable Duration lifetime) {
        return new InstallIdentity(secret(in.resolve(ID_FILE), InstallIdentity.DIGITS), lifetime);
    }

    /**
     * The hashes of one pipeline.
     *
     * @param kept whether the key is kept on disk, so that the same name has the same hash in the next run; else in memory
     */
    public NameHash hashes(boolean kept) {
        Path in = folder;
        boolean onDisk = kept && in != null;
        return new NameHash(secret(in == null ? Path.of(KEY_FILE) : in.resolve(KEY_FILE), NameHash.KEY_DIGITS), onDisk);
    }

    /**
     * The 16 bytes that key the fingerprints of destinations in the spool; never sent anywhere.
     *
     * <p>Where they cannot be kept they are good for this process, whose spool is then in memory.
     */
    public byte[] routeKey() {
        Path in = folder;
        AgreedSecret secret = secret(in == null ? Path.of(ROUTE_FILE) : in.resolve(ROUTE_FILE), ROUTE_DIGITS);
        if (in != null) {
            try {
                Optional<AgreedSecret.Secret> agreed = secret.agree(null, System.currentTimeMillis());
                if (agreed.isPresent()) {
                    return Hex.bytes(agreed.get().digits());
                }
            } catch (IOException | RuntimeException e) {
                System.getLogger("dev.candor.telemetry")
                        .log(
                                System.Logger.Level.DEBUG,
                                "No key can be kept here; what is spooled is good for this run.",
                                e);
            }
        }
        return Hex.bytes(secret.fresh());
    }

    /** Where {@link #routeKey} is kept. */
    public static Path routeKeyFile(Path folder) {
        return folder.resolve(ROUTE_FILE);
    }

    private AgreedSecret secret(Path file, int digits) {
        return new AgreedSecret(file, digits, home, entropy, allowed);
    }

    /** Deletes the id and the key that earlier runs left, whatever the mode is now. */
    public void forgetFiles() {
        Path in = folder;
        if (in != null) {
            install(in, null).forget();
            hashes(true).forget();
        }
    }
}
