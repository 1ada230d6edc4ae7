package dev.candor.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The page {@code docs/performance.md}. Nothing in it is typed by hand.
 *
 * @param machine what was measured on
 * @param when when the measurement began
 * @param classPath the measured program's, from which the versions are read
 * @param commands what short commands cost
 */
record Report(Machine machine, Instant when, String classPath, List<Measured> commands) {

    /** Copies {@code commands}. */
    Report {
        commands = List.copyOf(commands);
    }

    String markdown() {
        return """
                # Performance

                Written by `./dev bench`; to change it, measure again.

                | | |
                |---|---|
                """
                + row("measured", when.toString())
                + row("system", machine.system())
                + row("processor", machine.processor() + ", " + machine.cores() + " cores")
                + row("load when it began", String.format(Locale.ROOT, "%.2f", machine.load()))
                + row("JVM", machine.java())
                + """

                ## Short commands

                Pairs of an empty main and the command, each in a JVM of its own, one after the other, in turn in either order. "Over it" is the
                median of the differences within pairs; its interval is a percentile bootstrap of 2,000 resamples. A budget is met when the
                median is within it.

                """
                + CommandTable.of(commands)
                + """

                ## On the class path

                """
                + jars();
    }

    private static String row(String name, String value) {
        return "| " + name + " | " + value + " |\n";
    }

    private String jars() {
        TreeSet<String> names = new TreeSet<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path name = Path.of(entry).getFileName();
            if (name != null && name.toString().endsWith(".jar")) {
                names.add(name.toString());
            }
        }
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append("- ").append(name).append('\n');
        }
        return list.toString();
    }
}
