package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.internal.files.FileMutex;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A random secret in a small private file, on which processes that start at once agree: {@code <hex digits> <epoch second>}.
 *
 * <p>A file with anything else in it counts as absent and is replaced.
 */
final class AgreedSecret {

    private static final int MAX_BYTES = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final int digits;
    private final Home home;
    private final Entropy entropy;
    private final BooleanSupplier allowed;

    /**
     * @param digits how many hex digits the secret has
     * @param allowed asked once more right before a file is made: an answer of no may have come in between
     */
    AgreedSecret(Path file, int digits, Home home, Entropy entropy, BooleanSupplier allowed) {
        this.file = file;
        this.digits = digits;
        this.home = home;
        this.entropy = entropy;
        this.allowed = allowed;
    }

    /**
     * A secret and when it was made.
     *
     * @param epochSecond 0 where the file does not say
     */
    record Secret(String digits, long epochSecond) {
        /** Whether it is older than {@code lifetime}, or from a future that a wrong clock once showed. */
        boolean expired(@Nullable Duration lifetime, long nowMillis) {
            if (lifetime == null) {
                return false;
            }
            long age = nowMillis / 1000 - epochSecond;
            return age >= lifetime.toSeconds() || -age > lifetime.toSeconds();
        }
    }

    /** The secret on disk, made or replaced where it is missing, damaged or expired; empty where that is not allowed. */
    Optional<Secret> agree(@Nullable Duration lifetime, long nowMillis) throws IOException {
        Secret found = read();
        if (found != null && !found.expired(lifetime, nowMillis)) {
            return Optional.of(found);
        }
        home.makeFoldersFor(file);
        return FileMutex.hold(lock(), PATIENCE, () -> {
            Secret meanwhile = read();
            if (meanwhile != null && !meanwhile.expired(lifetime, nowMillis)) {
                return Optional.of(meanwhile);
            }
            return allowed.getAsBoolean() ? Optional.of(write(nowMillis)) : Optional.empty();
        });
    }

    /** Whether the file still holds {@code secret}: another process may have forgotten or replaced it. */
    boolean holds(Secret secret) {
        return secret.equals(read());
    }

    /** Removes the file, if there is one. */
    void forget() throws IOException {
        if (file.toFile().exists()) {
            FileMutex.hold(lock(), PATIENCE, () -> {
                PrivateFiles.remove(file);
                return true;
            });
        }
    }

    /** A secret that no file holds. */
    String fresh() {
        byte[] bytes = new byte[digits / 2];
        entropy.fill(bytes);
        return Hex.of(bytes, bytes.length);
    }

    private Secret write(long nowMillis) throws IOException {
        PrivateFiles.sweep(file);
        Secret made = new Secret(fresh(), nowMillis / 1000);
        String line = made.digits() + " " + made.epochSecond() + "\n";
        PrivateFiles.replace(file, line.getBytes(StandardCharsets.US_ASCII), home);
        return made;
    }

    private @Nullable Secret read() {
        // By java.io, which a short command has loaded already. A pipe, which would block, is no plain file.
        File plain = file.toFile();
        if (!plain.isFile() || plain.length() > MAX_BYTES) {
            return null;
        }
        try (InputStream in = new FileInputStream(plain)) {
            String line = new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII).trim();
            int space = line.indexOf(' ');
            String secret = space < 0 ? line : line.substring(0, space);
            long made = space < 0 ? 0 : Long.parseLong(line.substring(space + 1));
            return Hex.is(secret, digits) && made >= 0 ? new Secret(secret, made) : null;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }

    private Path lock() {
        return file.resolveSibling(file.getFileName() + ".lock");
    }
}
