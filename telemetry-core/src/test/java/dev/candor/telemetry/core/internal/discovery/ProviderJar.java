package dev.candor.telemetry.core.internal.discovery;

import dev.candor.telemetry.spi.BackendProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a provider and puts it into a real jar with its service entry, whole or broken in one way. */
final class ProviderJar {
    private static final String SOURCE = """
            package %1$s;
            import dev.candor.telemetry.Purpose;
            import dev.candor.telemetry.spi.*;
            import java.util.*;
            public class Provider extends Parent implements BackendProvider {
                %3$s
                public BackendSpec spec() { %4$s return new BackendSpec("%2$s", List.of(), Set.of(Purpose.USAGE), Set.of()); }
                public Backend open(BackendContext context) { throw new UnsupportedOperationException(); }
            }
            class Parent {}
            """;

    private final String packageName;
    private final String backend;
    private String members = "";
    private String specBody = "";
    private final List<String> without = new ArrayList<>();
    private boolean newerJava;

    ProviderJar(String packageName, String backend) {
        this.packageName = packageName;
        this.backend = backend;
    }

    ProviderJar constructorThrows() {
        members = "public Provider() { throw new IllegalStateException(\"no licence\"); }";
        return this;
    }

    ProviderJar initialiserThrows() {
        members = "static final int LENGTH = Integer.parseInt(\"none\");";
        return this;
    }

    ProviderJar specThrows() {
        specBody = "if (true) throw new IllegalStateException(\"no spec\");";
        return this;
    }

    ProviderJar withoutClass(String name) {
        without.add(name);
        return this;
    }

    ProviderJar forANewerJava() {
        newerJava = true;
        return this;
    }

    /** Writes the jar into {@code folder}. */
    Path write(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(packageName + "-src"));
        Path classes = Files.createDirectories(folder.resolve(packageName + "-classes"));
        Path source = sources.resolve("Provider.java");
        Files.writeString(source, SOURCE.formatted(packageName, backend, members, specBody));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = Path.of(URI.create(BackendProvider.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
        int failed = compiler.run(
                null, null, null, "-proc:none", "-d", classes.toString(), "-cp", classPath, source.toString());
        if (failed != 0) {
            throw new IOException("the provider does not compile");
        }
        Path jar = folder.resolve(packageName + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            put(
                    out,
                    "META-INF/services/" + BackendProvider.class.getName(),
                    (packageName + ".Provider\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> each : classFiles(classes).entrySet()) {
                put(out, each.getKey(), each.getValue());
            }
        }
        return jar;
    }

    private Map<String, byte[]> classFiles(Path classes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!without.contains(name)) {
                    byte[] bytes = Files.readAllBytes(file);
                    if (newerJava) {
                        // Bytes 6 and 7 are the class file's major version.
                        bytes[6] = 0;
                        bytes[7] = (byte) 200;
                    }
                    files.put(classes.relativize(file).toString(), bytes);
                }
            }
        }
        return files;
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
