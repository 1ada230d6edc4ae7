package dev.candor.benchmarks;

import dev.candor.benchmarks.calls.Calls;
import dev.candor.benchmarks.calls.Sustained;
import dev.candor.benchmarks.command.ShortCommands;
import dev.candor.benchmarks.fleet.Fleet;
import dev.candor.benchmarks.growth.Growth;
import dev.candor.benchmarks.memory.Memory;
import dev.candor.benchmarks.rate.DeliveryRate;
import dev.candor.benchmarks.size.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures, keeps what was found below {@code target/results}, and writes the page from all that is kept there. */
public final class Bench {
    private static final Clock CLOCK = Clock.systemUTC();

    private Bench() {}

    /** All parts of the page, in its order. */
    static Map<String, Measurement> measurements() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        for (Measurement each : List.of(
                new ShortCommands(),
                new Calls(),
                new Sustained(),
                new Memory(),
                new Size(),
                new Growth(),
                new DeliveryRate(),
                new Fleet())) {
            all.put(each.name(), each);
        }
        return all;
    }

    /**
     * Measures: {@code target page quick|full commit [part...]}; without a part, all of them.
     *
     * <p>What fails is told at the end, with exit code 1, and does not keep the others from being measured.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        Effort effort = arguments[2].equals("quick") ? Effort.QUICK : Effort.FULL;
        List<String> wanted = List.of(arguments).subList(4, arguments.length);
        Map<String, Measurement> all = measurements();
        if (!all.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("the parts are " + String.join(", ", all.keySet()));
        }
        Path results = target.resolve(effort == Effort.QUICK ? "results-quick" : "results");
        int failures = 0;
        for (Measurement each : all.values()) {
            if (wanted.isEmpty() || wanted.contains(each.name())) {
                failures += measure(each, target, results, effort, arguments[3]) ? 0 : 1;
            }
        }
        Text.write(Path.of(arguments[1]), page(all.values(), results, target));
        System.exit(failures == 0 ? 0 : 1);
    }

    private static boolean measure(Measurement what, Path target, Path results, Effort effort, String commit)
            throws IOException, InterruptedException {
        Instant begun = CLOCK.instant();
        Machine machine = Machine.here();
        Path work = Files.createTempDirectory("bench");
        System.err.println(begun.truncatedTo(ChronoUnit.SECONDS) + " " + what.name());
        try {
            Findings findings = what.take(new Ground(target, work, effort));
            long seconds = Duration.between(begun, CLOCK.instant()).toSeconds();
            String when = begun.truncatedTo(ChronoUnit.SECONDS).toString();
            new Fragment(what.name(), when, commit, effort, seconds, machine, findings).write(results);
            System.out.println("\n" + findings.text());
            return true;
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace();
            return false;
        } finally {
            Folders.delete(work);
        }
    }

    private static String page(Iterable<Measurement> all, Path results, Path target) throws IOException {
        List<Fragment> found = new ArrayList<>();
        for (Measurement each : all) {
            Optional<Fragment> kept = Fragment.read(results, each.name());
            kept.ifPresent(found::add);
        }
        List<Path> jars = new ArrayList<>(Ground.jarsIn(target.resolve("lib")));
        for (String folder :
                List.of("sentry", "posthog-server", "posthog-java", "segment", "opentelemetry", "micrometer")) {
            jars.addAll(Ground.jarsIn(target.resolve("vendors").resolve(folder)));
        }
        return Page.of(found, jars);
    }
}
