package dev.candor.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Puts the page together from what was found. Nothing in it is typed by hand. */
final class Page {
    private Page() {}

    /** The page with the fragments in their order; {@code jars} are all that took part. */
    static String of(List<Fragment> fragments, List<Path> jars) {
        StringBuilder page = new StringBuilder("""
            # Performance

            Written by `./dev bench`; to change it, measure again. Every figure is of one machine and says how far apart the compared things are,
            not how fast yours will be.

            """);
        page.append(machines(fragments)).append("\n## Budgets\n\n").append(verdicts(fragments));
        for (Fragment each : fragments) {
            page.append("\n## ").append(each.findings().title()).append("\n\n");
            page.append(each.findings().text().strip()).append('\n');
        }
        return page.append("\n## Versions\n\n").append(versions(jars)).toString();
    }

    private static Table machines(List<Fragment> fragments) {
        Table table = new Table(
                "part", "measured", "commit", "took", "effort", "load when it began", "processor", "system", "JVM");
        for (Fragment each : fragments) {
            Machine machine = each.machine();
            table.row(
                    each.name(),
                    each.when(),
                    each.commit(),
                    each.seconds() + " s",
                    each.effort() == Effort.FULL ? "full" : "quick",
                    machine.load(),
                    machine.processor() + ", " + machine.cores() + " cores",
                    machine.system(),
                    machine.java());
        }
        return table;
    }

    private static Table verdicts(List<Fragment> fragments) {
        Table table = new Table("budget", "allowed", "measured", "");
        for (Fragment fragment : fragments) {
            for (Verdict each : fragment.findings().verdicts()) {
                table.row(each.budget(), each.allowed(), each.measured(), each.met() ? "met" : "**missed**");
            }
        }
        return table;
    }

    private static String versions(List<Path> jars) {
        TreeSet<String> names = new TreeSet<>();
        for (Path jar : jars) {
            names.add(String.valueOf(jar.getFileName()).replace(".jar", ""));
        }
        return String.join(", ", names) + "\n";
    }
}
