package dev.candor.benchmarks.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes that one program loads and another does not.
 *
 * @param names of the classes
 */
record LoadedClasses(List<String> names) {
    /** What a short command must not load when nothing changed, by the beginnings of names. */
    private static final List<String> UNWANTED = List.of(
            "java.net.http.",
            "java.net.HttpURLConnection",
            "sun.net.www.http.",
            "sun.net.www.protocol.http",
            "okhttp3.",
            "javax.net.ssl.",
            "sun.security.ssl.",
            "com.fasterxml.jackson.",
            "com.google.gson.",
            "org.yaml.",
            "org.tomlj.",
            "org.antlr.",
            "java.util.regex.",
            "java.lang.invoke.LambdaForm",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.InnerClassLambdaMetafactory",
            "java.lang.invoke.StringConcatFactory",
            "java.security.SecureRandom",
            "java.time.format.",
            "java.util.ServiceLoader");

    /** Copies {@code names}. */
    LoadedClasses {
        names = List.copyOf(names);
    }

    /** The lines of {@code -Xlog:class+load} of the one that are not among those of the other. */
    static LoadedClasses difference(Path with, Path without) throws IOException {
        TreeSet<String> more = new TreeSet<>(read(with));
        more.removeAll(read(without));
        return new LoadedClasses(List.copyOf(more));
    }

    private static List<String> read(Path log) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            int end = line.indexOf(' ');
            names.add(end < 0 ? line : line.substring(0, end));
        }
        return names;
    }

    int count() {
        return names.size();
    }

    /** How many are Candor's own. */
    long own() {
        return names.stream()
                .filter(name -> name.startsWith("dev.candor.telemetry."))
                .count();
    }

    /** Those that a short command must not load. */
    List<String> unwanted() {
        return names.stream().filter(LoadedClasses::isUnwanted).toList();
    }

    /** The same for people: the outermost classes, each with how many of its own are loaded. */
    String unwantedInShort() {
        Map<String, Integer> outermost = new TreeMap<>();
        for (String name : unwanted()) {
            int inner = name.indexOf('$');
            outermost.merge(inner < 0 ? name : name.substring(0, inner), 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder();
        outermost.forEach((name, count) -> text.append(text.isEmpty() ? "`" : ", `")
                .append(name)
                .append("` ")
                .append(count));
        return text.isEmpty() ? "none" : text.toString();
    }

    private static boolean isUnwanted(String name) {
        return name.contains("$$Lambda") || UNWANTED.stream().anyMatch(name::startsWith);
    }
}
