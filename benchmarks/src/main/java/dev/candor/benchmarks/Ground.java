package dev.candor.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What measurements work with.
 *
 * @param target the module's output: {@code classes}, {@code lib}, {@code jmh} and {@code vendors}
 * @param work an empty folder for files
 * @param effort how long is measured
 */
public record Ground(Path target, Path work, Effort effort) {

    /**
     * For a JVM that stands for a program which has run for a while: a heap that is in memory from the start.
     *
     * <p>Else an event is charged with the pages that the system hands out for a heap that is still growing: twice its own cost.
     */
    public static final List<String> WARM_HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

    /** The java command of the JVM that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of a tool that uses Candor with all four backends. */
    public String candor() throws IOException {
        return classes() + jars(target.resolve("lib"));
    }

    /**
     * The same with these classes in a jar, as tools are installed; an archive of classes takes no folders.
     *
     * <p>Candor's own two jars come right after it, as in the order in which Maven resolves a tool that names them first: a JVM opens
     * every jar that stands before the one it finds a class in.
     */
    public String command() throws IOException {
        List<Path> all = jarsIn(target.resolve("lib"));
        List<Path> own = all.stream().filter(Ground::isOurs).toList();
        List<Path> others = all.stream().filter(jar -> !isOurs(jar)).toList();
        return ownJar() + joined(own) + joined(others);
    }

    /** The same with all jars by name, as a script with {@code lib/*} may have them. */
    public String commandByName() throws IOException {
        return ownJar() + jars(target.resolve("lib"));
    }

    private Path ownJar() throws IOException {
        List<Path> own = jarsIn(target).stream()
                .filter(jar -> !jar.toString().endsWith("-sources.jar"))
                .toList();
        if (own.size() != 1) {
            throw new IOException("one jar of the benchmarks is expected in " + target + ": " + own);
        }
        return own.get(0);
    }

    private static boolean isOurs(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("telemetry-api-") || name.startsWith("telemetry-core-");
    }

    /** The class path of a program that uses what is in {@code folder} below {@code vendors} alone. */
    public String vendor(String folder) throws IOException {
        return classes() + jars(target.resolve("vendors").resolve(folder));
    }

    /** What JMH needs beside either. */
    public String jmh() throws IOException {
        return jars(target.resolve("jmh"));
    }

    private String classes() {
        return target.resolve("classes").toAbsolutePath().toString();
    }

    /** The jars of a folder, by name so that every run has the same order, each after a separator. */
    private static String jars(Path folder) throws IOException {
        return joined(jarsIn(folder));
    }

    private static String joined(List<Path> jars) {
        return jars.stream().map(jar -> File.pathSeparator + jar).collect(Collectors.joining());
    }

    /** The jars of a folder by name. */
    public static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder.toAbsolutePath())) {
            return all.filter(each -> each.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
