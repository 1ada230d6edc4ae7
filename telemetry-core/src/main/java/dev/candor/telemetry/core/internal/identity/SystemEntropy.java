package dev.candor.telemetry.core.internal.identity;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/**
 * Reads the kernel's generator where there is one.
 *
 * <p>{@link SecureRandom} would give bytes as good, but loads the security providers first: a large part of what a short
 * command may cost.
 */
final class SystemEntropy implements Entropy {

    private static final String KERNEL = "/dev/urandom";

    @Override
    public void fill(byte[] bytes) {
        if (File.separatorChar != '/' || !fromKernel(bytes)) {
            new SecureRandom().nextBytes(bytes);
        }
    }

    private static boolean fromKernel(byte[] bytes) {
        try (InputStream in = new FileInputStream(KERNEL)) {
            return in.readNBytes(bytes, 0, bytes.length) == bytes.length;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }
}
