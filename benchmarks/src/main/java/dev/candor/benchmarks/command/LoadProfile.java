package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the time of a short command goes, as the JVM's log of loaded classes tells: from its main class to the last class, each stretch
 * counted for the class that ends it.
 *
 * <p>In a cold process nearly all code runs once, between two loads, so this shows more than a sampling profiler, which has not taken ten samples by then.
 */
record LoadProfile(double millis, Map<Origin, Share> shares) {
    private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns] (\\S+) source: (.*)");
    private static final double NANOS_PER_MILLI = 1e6;

    /** Where a class came from. */
    enum Origin {
        CANDOR("Candor's classes, from its jars"),
        PROGRAM("the program's own classes"),
        JDK_SHARED("Java's classes that its archive holds"),
        JDK_OTHER("Java's other classes");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        private static Origin of(String name, String source) {
            if (name.startsWith("dev.candor.telemetry.")) {
                return CANDOR;
            }
            if (name.startsWith("dev.candor.")) {
                return PROGRAM;
            }
            return source.startsWith("shared objects file") ? JDK_SHARED : JDK_OTHER;
        }
    }

    /** How many classes, and the milliseconds up to their loads. */
    record Share(int classes, double millis) {
        private Share and(double more) {
            return new Share(classes + 1, millis + more);
        }
    }

    /** The option by which a JVM writes what {@link #read} reads. */
    static String option(Path file) {
        return "-Xlog:class+load:file=" + file + ":uptimenanos:filecount=0";
    }

    /**
     * Reads a log.
     *
     * @throws IOException also when {@code main} was never loaded
     */
    static LoadProfile read(Path log, String main) throws IOException {
        Map<Origin, Share> shares = new EnumMap<>(Origin.class);
        double first = Double.NaN;
        double last = Double.NaN;
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue;
            }
            double now = Long.parseLong(parts.group(1)) / NANOS_PER_MILLI;
            if (!Double.isNaN(first)) {
                Origin origin = Origin.of(parts.group(2), parts.group(3));
                shares.put(origin, shares.getOrDefault(origin, new Share(0, 0)).and(now - last));
            } else if (parts.group(2).equals(main)) {
                first = now;
            }
            last = now;
        }
        if (Double.isNaN(first)) {
            throw new IOException(main + " is not in the log");
        }
        return new LoadProfile(last - first, shares);
    }

    /** Adds a row for each origin. */
    void addTo(Table table, String scenario) {
        shares.forEach((origin, share) ->
                table.row(scenario, origin.words, share.classes(), share.millis(), share.millis() / share.classes()));
        table.row(scenario, "all, from the main class to the last class", classes(), millis, millis / classes());
    }

    private int classes() {
        return shares.values().stream().mapToInt(Share::classes).sum();
    }
}
