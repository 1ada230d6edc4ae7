package dev.candor.benchmarks.growth;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Effort;
import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.Samples;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.Verdict;
import dev.candor.telemetry.core.Mode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures recording with more and more of everything: waiting events, processes, backends, event types. */
public final class Growth implements Measurement {
    private static final int SERVER_BURST = 1_000;
    private static final int COMMAND_BURST = 10;
    /** What counts as flat: the most beside the least, where other work on the machine makes the rest. */
    private static final double FLAT = 2;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Findings take(Ground ground) throws IOException, InterruptedException {
        boolean full = ground.effort() == Effort.FULL;
        Curve waiting = new Curve("waiting events");
        for (int count : full ? new int[] {1, 1_000, 10_000, 100_000, 1_000_000} : new int[] {1, 10_000}) {
            waiting.add(count, record(ground, 1, Mode.SERVER, 1, 1, count));
        }
        Curve backends = new Curve("backends");
        for (int count = 1; count <= 4; count++) {
            backends.add(count, record(ground, 1, Mode.SERVER, 1, count, 0));
        }
        int[] catalogues = full ? new int[] {10, 100, 1_000, 10_000} : new int[] {10, 10_000};
        Curve types = new Curve("event types");
        Curve guarded = new Curve("event types with a flood guard");
        for (int count : catalogues) {
            types.add(count, record(ground, 1, Mode.SERVER, count, 1, 0));
            guarded.add(count, record(ground, 1, Mode.SERVER, count, 1, 0, "guarded"));
        }
        Curve processes = new Curve("processes at once, each writing to one spool");
        for (int count : full ? new int[] {1, 2, 4, 8, 16, 32, 64} : new int[] {1, 8}) {
            processes.add(count, record(ground, count, Mode.COMMAND, 1, 1, 0));
        }
        String text = """
            What an event of one attribute takes on the caller's thread, median of bursts, nobody listening. Servers hand over to memory, the
            processes are commands, which write to disk; with more processes than cores the wall time is also that of waiting for a core. Of many
            types each is used once before any is used again, so none is in the processor's cache; the flood guard is off but where it is named.

            """
                + waiting.table() + "\n" + backends.table() + "\n" + types.table() + "\n" + guarded.table()
                + "\n"
                + processes.table();
        return new Findings(
                "How cost grows",
                text,
                List.of(waiting.verdict(FLAT), backends.verdict(FLAT), types.verdict(FLAT), guarded.verdict(FLAT)));
    }

    private static double record(
            Ground ground, int processes, Mode mode, int types, int backends, int waiting, String... more)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(ground.work(), "growth");
        Map<String, String> environment = Map.of("HOME", home.toString(), "BENCHGROWTH_ENABLE_TELEMETRY", "true");
        int burst = mode == Mode.COMMAND ? COMMAND_BURST : SERVER_BURST;
        List<String> arguments = new ArrayList<>(List.of(mode.name()));
        IntStream.of(types, backends, waiting, burst).mapToObj(String::valueOf).forEach(arguments::add);
        arguments.addAll(List.of(more));
        List<Process> all = new ArrayList<>();
        Child child = new Child(Ground.java(), ground.candor());
        for (int i = 0; i < processes; i++) {
            all.add(child.start(
                    home,
                    environment,
                    List.of("-Xmx256m"),
                    Recording.class.getName(),
                    arguments.toArray(String[]::new)));
        }
        double[] medians = new double[processes];
        for (int i = 0; i < processes; i++) {
            try (BufferedReader out = all.get(i).inputReader(StandardCharsets.UTF_8)) {
                String line = out.readLine();
                if (line == null) {
                    throw new IOException("recording failed: "
                            + Files.readString(home.resolve("stderr.txt"), StandardCharsets.UTF_8));
                }
                medians[i] = Double.parseDouble(line);
            }
            all.get(i).waitFor();
        }
        return Samples.median(medians);
    }

    /** One thing that there is more and more of. */
    private static final class Curve {
        private final String what;
        private final Table table;
        private double least = Double.POSITIVE_INFINITY;
        private double most;

        Curve(String what) {
            this.what = what;
            this.table = new Table(what, "an event, ns");
        }

        void add(int count, double nanos) {
            table.row(count, nanos);
            least = Math.min(least, nanos);
            most = Math.max(most, nanos);
        }

        Table table() {
            return table;
        }

        Verdict verdict(double limit) {
            return Verdict.atMost("recording with more " + what + ", most by least", limit, most / least, "times");
        }
    }
}
