package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Jdk;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.Verdict;
import dev.candor.benchmarks.command.Scenario.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures what short commands pay, on Java 17 and 25, beside the same command with the vendors' own clients. */
public final class ShortCommands implements Measurement {
    private static final List<Integer> VERSIONS = List.of(17, 25);
    private static final int MOST_UPLOADS = 50;

    @Override
    public String name() {
        return "short";
    }

    @Override
    public Findings take(Ground ground) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("""
            Pairs of an empty main and the command, each in a JVM of its own with its usual settings, one after the other, in turn in either
            order. "Over it" is the median of the differences within pairs; its interval is free of any guess at their distribution. A user's
            config and a recorded yes are there, the jars of all four backends are on the class path, and an event is on disk when it is recorded.
            """);
        List<Verdict> verdicts = new ArrayList<>();
        try (Receivers receivers = new Receivers()) {
            for (int version : VERSIONS) {
                Optional<Jdk> jdk = Jdk.find(version);
                if (jdk.isEmpty()) {
                    text.append("\n**Not measured on Java ").append(version).append(": none is installed here.**\n");
                } else {
                    text.append("\n### Java ").append(jdk.get().version()).append("\n\n");
                    text.append(on(jdk.get(), ground, receivers, verdicts));
                }
            }
            text.append("\n"
                    + "### The vendors' own clients\n\n"
                    + "The same command with each, on the JVM that runs this, beside Candor measured just"
                    + " before.\n\n");
            Child own = new Child(Ground.java(), ground.command());
            Measured beside = new ShortCommand(own, receivers, ground.work(), List.of())
                    .measure(Scenario.all().get(0), ground.effort().of(4, 50));
            text.append(new VendorCommands(ground, receivers, Ground.java(), ground.work())
                    .measure(beside.over().value()));
        }
        return new Findings("Short commands", text.toString(), verdicts);
    }

    private static String on(Jdk jdk, Ground ground, Receivers receivers, List<Verdict> verdicts)
            throws IOException, InterruptedException {
        int pairs = Integer.getInteger("pairs", ground.effort().of(4, 200));
        Child child = new Child(jdk.java(), ground.command());
        ShortCommand harness = new ShortCommand(child, receivers, ground.work(), List.of());
        List<Measured> all = new ArrayList<>();
        StringBuilder not = new StringBuilder();
        for (Scenario scenario : Scenario.all()) {
            try {
                // Each waits for the upload that it started; what that takes is reported apart.
                boolean waits = scenario.setting() == Setting.UPLOAD;
                Measured measured = harness.measure(scenario, waits ? Math.min(pairs, MOST_UPLOADS) : pairs);
                System.err.println("  Java " + jdk.feature() + ", " + scenario.name() + ": "
                        + measured.over().value());
                all.add(measured);
            } catch (IOException unavailable) {
                if (scenario.setting() != Setting.FULL_DISK) {
                    throw unavailable;
                }
                not.append("\n**Not measured: ")
                        .append(scenario.name())
                        .append(" (")
                        .append(unavailable.getMessage())
                        .append(").**\n");
            }
        }
        judge(jdk, all, verdicts);
        return CommandTables.times(all)
                + not.toString()
                + CommandTables.uploads(all)
                + "\n"
                + "Classes that the command loads and an empty main does not; unwanted are those of HTTP, TLS, JSON,"
                + " YAML, TOML, regular expressions, lambda bootstrapping, `SecureRandom`, `java.time.format` and"
                + " `ServiceLoader`.\n\n"
                + CommandTables.classes(all)
                + profiles(harness, ground)
                + byName(jdk, ground, receivers, pairs)
                + archived(jdk, ground, receivers, pairs);
    }

    private static void judge(Jdk jdk, List<Measured> all, List<Verdict> verdicts) {
        for (Measured each : all) {
            Scenario scenario = each.scenario();
            String name = "Java " + jdk.feature() + ": " + scenario.name();
            if (!Double.isNaN(scenario.budgetMillis())) {
                verdicts.add(Verdict.atMost(
                        name, scenario.budgetMillis(), each.over().value(), "ms"));
            }
            if (scenario.setting() == Setting.ANSWERS && scenario.events() == 1) {
                int unwanted = each.classes().unwanted().size();
                verdicts.add(Verdict.atMost(name + ", unwanted classes", 0, unwanted, "classes"));
            }
        }
    }

    /** For the budgets that are missed: where the time goes. */
    private static String profiles(ShortCommand harness, Ground ground) throws IOException, InterruptedException {
        Table table = new Table("short command", "time up to the load of", "classes", "ms", "ms each");
        for (Scenario scenario : Scenario.all()) {
            boolean usual = scenario.setting() == Setting.ANSWERS && scenario.events() == 1;
            if (usual
                    || scenario.setting() == Setting.DENIED_BY_ENVIRONMENT
                    || scenario.setting() == Setting.DENIED_BY_FILE) {
                harness.profile(scenario, ground.effort().of(3, 15)).addTo(table, scenario.name());
            }
        }
        return "\nWhere the time goes, by the JVM's log of the classes that it loads (the run in the middle of several). What was"
                + " tried against it is in the decisions [6](decisions/0006-a-start-plan.md),"
                + " [92](decisions/0092-jars-that-are-not-compressed.md) and"
                + " [94](decisions/0094-an-early-no-in-files.md).\n\n"
                + table;
    }

    private static String byName(Jdk jdk, Ground ground, Receivers receivers, int pairs)
            throws IOException, InterruptedException {
        Child child = new Child(jdk.java(), ground.commandByName());
        Measured measured = new ShortCommand(child, receivers, ground.work(), List.of())
                .measure(Scenario.all().get(0), pairs);
        return "\nThe order of the class path counts, because a JVM opens every jar that stands before the one that it finds"
                + " a class in. Above, Candor's two jars come first. With all jars by name, as `lib/*` may give them,"
                + " one event costs " + Table.figure(measured.over().value()) + " ms ("
                + measured.over().interval() + ").\n";
    }

    private static String archived(Jdk jdk, Ground ground, Receivers receivers, int pairs)
            throws IOException, InterruptedException {
        Child child = new Child(jdk.java(), ground.command());
        Archive archive = new Archive(jdk, ground.work());
        List<String> options = archive.make(child, ground.work());
        ShortCommand harness = new ShortCommand(child, receivers, ground.work(), options);
        Measured measured = harness.measure(Scenario.all().get(0), pairs);
        Table table = new Table(
                "with an archive of its classes",
                "pairs",
                "empty main without, ms",
                "command, ms",
                "over it, ms",
                "95 % interval");
        table.row(
                measured.scenario().name(),
                pairs,
                measured.emptyMillis(),
                measured.commandMillis(),
                measured.over().value(),
                measured.over().interval());
        return "\nMade once with `" + archive.howMade() + "` (" + archive.size() / 1024 + " KiB) and used with `"
                + archive.howUsed() + "`; see [startup](startup.md).\n\n" + table;
    }
}
