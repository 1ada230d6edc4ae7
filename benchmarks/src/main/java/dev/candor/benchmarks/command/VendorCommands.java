package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Samples;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.vendor.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The same short command with the vendors' own clients. */
final class VendorCommands {

    private final Ground ground;
    private final Receivers receivers;
    private final String java;
    private final Path folder;
    private final Duration cap;

    VendorCommands(Ground ground, Receivers receivers, String java, Path folder) {
        this.ground = ground;
        this.receivers = receivers;
        this.java = java;
        this.folder = folder;
        this.cap = Duration.ofSeconds(ground.effort().of(5, 20));
    }

    /** Beside {@code own}, what Candor adds where the server answers, in milliseconds. */
    Table measure(double own) throws IOException, InterruptedException {
        Table table = new Table(
                "client",
                "runs",
                "server answers: over an empty main, ms",
                "range",
                "by Candor's",
                "answers after 2 s, ms",
                "nobody listens, ms");
        for (Vendor vendor : Vendor.values()) {
            int runs = ground.effort().of(2, 15);
            Samples answers = over(vendor, receivers.prompt(), runs);
            Samples slow = over(vendor, receivers.slow(), ground.effort().of(1, 4));
            Samples dead = over(vendor, Receivers.DEAD, ground.effort().of(1, 2));
            table.row(
                    vendor.title(),
                    runs,
                    answers.quantile(0.5),
                    Table.figure(answers.quantile(0)) + " to " + Table.figure(answers.quantile(1)),
                    answers.quantile(0.5) / own,
                    text(slow),
                    text(dead));
        }
        return table;
    }

    private Samples over(Vendor vendor, String url, int runs) throws IOException, InterruptedException {
        Child child = new Child(java, ground.vendor(vendor.folder()));
        Map<String, String> environment = Map.of("HOME", folder.toString());
        double[] over = new double[runs];
        for (int i = 0; i < runs; i++) {
            double empty = child.run(folder, environment, List.of(), EmptyMain.class.getName());
            over[i] = child.runAtMost(
                            cap, folder, environment, List.of(), VendorCommand.class.getName(), vendor.name(), url)
                    - empty;
        }
        return new Samples(over);
    }

    private String text(Samples samples) {
        double median = samples.quantile(0.5);
        return Double.isFinite(median) ? Table.figure(median) : "over " + cap.toSeconds() + " s, then ended";
    }
}
