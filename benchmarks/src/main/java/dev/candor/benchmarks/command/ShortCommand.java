package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Measures what a short command pays: interleaved pairs of an empty main and the command, each in a JVM of its own.
 *
 * <p>Pairs, and in turn which of the two is first, so that a machine that grows slower or warmer favours neither.
 */
final class ShortCommand {
    private final Child child;
    private final Receivers receivers;
    private final Path work;
    private final List<String> archive;

    /**
     * A harness that starts the JVM of {@code child}.
     *
     * @param archive the options by which the command uses an archive of its classes; empty for none
     */
    ShortCommand(Child child, Receivers receivers, Path work, List<String> archive) {
        this.child = child;
        this.receivers = receivers;
        this.work = work;
        this.archive = List.copyOf(archive);
    }

    /**
     * Measures one scenario.
     *
     * @throws IOException when a run fails, or the scenario cannot be had on this machine
     */
    Measured measure(Scenario scenario, int pairs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(work, "scenario");
        Path home = Files.createDirectories(folder.resolve("home"));
        Place place = new Place(scenario, folder, home);
        if (scenario.setting() != Scenario.Setting.FULL_DISK) {
            place.furnish(receivers, child);
            return pairs(scenario, place, pairs);
        }
        try (FullDisk disk = FullDisk.mount(home)) {
            place.furnish(receivers, child);
            disk.fill();
            return pairs(scenario, place, pairs);
        }
    }

    private Measured pairs(Scenario scenario, Place place, int pairs) throws IOException, InterruptedException {
        empty(place);
        command(scenario, place);
        double[] without = new double[pairs];
        double[] with = new double[pairs];
        double[] over = new double[pairs];
        List<Double> uploads = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                without[i] = empty(place);
            }
            with[i] = command(scenario, place);
            if (scenario.setting() == Scenario.Setting.UPLOAD) {
                uploads.add(UploadProcess.awaitEnd(place.home().toString()));
            }
            if (i % 2 == 1) {
                without[i] = empty(place);
            }
            over[i] = with[i] - without[i];
        }
        DoubleStream seen = uploads.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
        return new Measured(
                scenario,
                Samples.median(without),
                Samples.median(with),
                new Samples(over).medianWithInterval(),
                pairs,
                classes(scenario, place),
                new Samples(seen.toArray()));
    }

    /** Where the time of a scenario goes: of several runs the one whose time is in the middle. */
    LoadProfile profile(Scenario scenario, int runs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(work, "profile");
        Place place = new Place(scenario, folder, Files.createDirectories(folder.resolve("home")));
        place.furnish(receivers, child);
        command(scenario, place);
        List<LoadProfile> seen = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Path log = folder.resolve("loads" + i + ".txt");
            command(scenario, place, List.of(LoadProfile.option(log)));
            seen.add(LoadProfile.read(log, Command.class.getName()));
        }
        seen.sort(Comparator.comparingDouble(LoadProfile::millis));
        return seen.get(runs / 2);
    }

    private double empty(Place place) throws IOException, InterruptedException {
        return child.run(place.folder(), place.environment(), place.options(), EmptyMain.class.getName());
    }

    private double command(Scenario scenario, Place place) throws IOException, InterruptedException {
        return command(scenario, place, archive);
    }

    private double command(Scenario scenario, Place place, List<String> more) throws IOException, InterruptedException {
        place.reset();
        List<String> options = new ArrayList<>(place.options());
        options.addAll(more);
        String events = String.valueOf(scenario.events());
        return child.run(place.folder(), place.environment(), options, Command.class.getName(), events);
    }

    private LoadedClasses classes(Scenario scenario, Place place) throws IOException, InterruptedException {
        Path without = place.folder().resolve("without.txt");
        Path with = place.folder().resolve("with.txt");
        List<String> options = new ArrayList<>(place.options());
        options.add(log(without));
        child.run(place.folder(), place.environment(), options, EmptyMain.class.getName());
        command(scenario, place, List.of(log(with)));
        return LoadedClasses.difference(with, without);
    }

    private static String log(Path file) {
        return "-Xlog:class+load:file=" + file + ":none:filecount=0";
    }
}
