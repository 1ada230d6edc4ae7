package dev.candor.benchmarks.memory;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.Verdict;
import dev.candor.benchmarks.vendor.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures what a server takes at rest and while its receivers are dead, beside the vendors' clients at the same time. */
public final class Memory implements Measurement {
    private static final String DEAD = "http://127.0.0.1:9";
    /** As reliability demands of a long outage. */
    private static final double MOST_GROWTH_MEBI = 8;

    private static final double KIBI = 1024;
    /** Until what was sent first was tried to be delivered. */
    private static final long SETTLING_MILLIS = 5_000;

    private static final List<String> OPTIONS = List.of("-Xmx512m");

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Findings take(Ground ground) throws IOException, InterruptedException {
        int seconds = ground.effort().of(10, 600);
        List<Served> all = new ArrayList<>();
        try {
            all.add(new Served(
                    "empty server",
                    child(ground.candor()).start(folder(ground), Map.of(), OPTIONS, EmptyServer.class.getName())));
            all.add(candor(ground));
            for (Vendor vendor : Vendor.values()) {
                all.add(new Served(
                        vendor.title(),
                        child(ground.vendor(vendor.folder()))
                                .start(
                                        folder(ground),
                                        Map.of(),
                                        OPTIONS,
                                        VendorServer.class.getName(),
                                        vendor.name(),
                                        DEAD)));
            }
            return measure(all, seconds);
        } finally {
            all.forEach(Served::close);
        }
    }

    private static Served candor(Ground ground) throws IOException {
        Path folder = folder(ground);
        Map<String, String> environment = Map.of("HOME", folder.toString(), "BENCHSERVER_ENABLE_TELEMETRY", "true");
        return new Served(
                "Candor, four backends",
                child(ground.candor()).start(folder, environment, OPTIONS, CandorServer.class.getName(), DEAD));
    }

    private static Findings measure(List<Served> all, int seconds) throws IOException, InterruptedException {
        Thread.sleep(SETTLING_MILLIS);
        List<Served.Taken> idle = new ArrayList<>();
        for (Served each : all) {
            idle.add(each.measure());
        }
        for (Served each : all) {
            each.order("load " + seconds);
        }
        Table table = new Table(
                "server",
                "heap at rest, MiB",
                "over the empty one",
                "resident at rest, MiB",
                "over the empty one",
                "events taken",
                "heap after, MiB",
                "grown by",
                "resident after, MiB",
                "grown by");
        double candorGrowth = 0;
        for (int i = 0; i < all.size(); i++) {
            long sent = Long.parseLong(all.get(i).answer());
            Served.Taken before = idle.get(i);
            Served.Taken after = all.get(i).measure();
            double growth = (after.heap() - before.heap()) / KIBI;
            candorGrowth = i == 1 ? growth : candorGrowth;
            table.row(
                    all.get(i).title(),
                    before.heap() / KIBI,
                    (before.heap() - idle.get(0).heap()) / KIBI,
                    before.resident() / KIBI,
                    (before.resident() - idle.get(0).resident()) / KIBI,
                    sent,
                    after.heap() / KIBI,
                    growth,
                    after.resident() / KIBI,
                    (after.resident() - before.resident()) / KIBI);
        }
        String text = """
            Servers that run side by side, each with `-Xmx512m`. At rest: after one event (Candor: and one error) and collections. Then a thousand
            events a second for %,d s while nobody listens; the heap after that is measured after collections too. An event taken is one whose call
            returned; Candor writes it to disk, the others keep or drop it.

            """.formatted(seconds) + table;
        return new Findings(
                "Memory",
                text,
                List.of(Verdict.atMost(
                        "heap grown under dead receivers, 1,000 events/s for " + seconds + " s",
                        MOST_GROWTH_MEBI,
                        candorGrowth,
                        "MiB")));
    }

    private static Child child(String classPath) {
        return new Child(Ground.java(), classPath);
    }

    private static Path folder(Ground ground) throws IOException {
        return Files.createTempDirectory(ground.work(), "server");
    }
}
