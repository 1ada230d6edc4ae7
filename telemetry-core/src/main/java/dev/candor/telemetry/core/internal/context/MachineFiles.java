package dev.candor.telemetry.core.internal.context;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads through {@code java.io}, which costs a short command less than {@code java.nio.file} does. */
final class MachineFiles implements HostFiles {

    @Override
    public boolean exists(String path) {
        try {
            return new File(path).exists();
        } catch (SecurityException e) {
            return false;
        }
    }

    @Override
    public String head(String path, int maxBytes) {
        try (InputStream in = new FileInputStream(path)) {
            return new String(in.readNBytes(maxBytes), StandardCharsets.UTF_8);
        } catch (IOException | SecurityException e) {
            return "";
        }
    }

    @Override
    public List<String> names(String folder, int max) {
        try {
            String[] names = new File(folder).list();
            if (names == null) {
                return List.of();
            }
            Arrays.sort(names);
            return List.of(names.length <= max ? names : Arrays.copyOf(names, max));
        } catch (SecurityException e) {
            return List.of();
        }
    }
}
