package dev.candor.telemetry.core.internal.start;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Everything on which the classes of this process depend: the entries of the class path, and the jars that those name in turn. */
final class ClassPath {
    private static final int MOST = 2_000;

    private ClassPath() {}

    /** The entries, as absolute files; null where there are more than can be compared cheaply. */
    static @Nullable List<File> entries(String classPath) {
        // A list, not a deque: adding several to that is the first lambda of a short command.
        List<File> found = new ArrayList<>();
        for (String each : classPath.split(File.pathSeparator, -1)) {
            found.add(new File(each).getAbsoluteFile());
        }
        Set<File> all = new LinkedHashSet<>();
        for (int i = 0; i < found.size(); i++) {
            File next = found.get(i);
            if (all.add(next) && next.isFile()) {
                found.addAll(named(next));
            }
            if (all.size() > MOST) {
                return null;
            }
        }
        return new ArrayList<>(all);
    }

    /** Whether the working folder decides what is on it. */
    static boolean isRelative(String classPath) {
        for (String each : classPath.split(File.pathSeparator, -1)) {
            if (!new File(each).isAbsolute()) {
                return true;
            }
        }
        return false;
    }

    /** The jars that the manifest of {@code jar} adds. */
    private static List<File> named(File jar) {
        List<File> named = new ArrayList<>();
        try (JarFile file = new JarFile(jar)) {
            Manifest manifest = file.getManifest();
            String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String each : more == null ? new String[0] : more.trim().split(" +")) {
                if (!each.isEmpty()) {
                    named.add(new File(jar.toURI().resolve(each)));
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // No classes are read from it either, and it would be another one if they were.
            return named;
        }
        return named;
    }
}
