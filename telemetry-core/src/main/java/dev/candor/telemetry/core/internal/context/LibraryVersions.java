package dev.candor.telemetry.core.internal.context;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions of libraries that a tool lists, as their jars state them in {@code META-INF/maven}. */
final class LibraryVersions {

    private static final int MAX_BYTES = 4096;

    private LibraryVersions() {}

    /**
     * The versions found, by {@code <artifactId>_version}.
     *
     * @param coordinates such as {@code org.yaml:snakeyaml}; one that is not on the class path is left out
     */
    static Map<String, String> of(List<String> coordinates, ClassLoader loader) {
        Map<String, String> versions = new TreeMap<>();
        for (String coordinate : coordinates) {
            int colon = coordinate.indexOf(':');
            if (colon > 0) {
                String group = coordinate.substring(0, colon);
                String artifact = coordinate.substring(colon + 1);
                String version = version("META-INF/maven/" + group + "/" + artifact + "/pom.properties", loader);
                if (!version.isEmpty()) {
                    versions.put(artifact.replace('-', '_') + "_version", version);
                }
            }
        }
        return versions;
    }

    private static String version(String resource, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                return "";
            }
            Properties properties = new Properties();
            properties.load(new java.io.ByteArrayInputStream(in.readNBytes(MAX_BYTES)));
            return Words.plain(properties.getProperty("version", ""), 64);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }
}
