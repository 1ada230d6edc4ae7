package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures for how long how many events can be recorded before one is refused, how many reach the disk, and what a second thread costs. */
public final class Sustained implements Measurement {

    @Override
    public String name() {
        return "sustained";
    }

    @Override
    public Findings take(Ground ground) throws IOException, InterruptedException {
        int seconds = ground.effort().of(1, 4);
        int rounds = ground.effort().of(10, 50);
        Path home = Files.createTempDirectory(ground.work(), "sustained");
        Process program = new Child(Ground.java(), ground.candor())
                .start(
                        home,
                        Map.of("HOME", home.toString()),
                        Ground.WARM_HEAP,
                        SteadyLoad.class.getName(),
                        String.valueOf(seconds),
                        String.valueOf(rounds));
        List<String> lines;
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        if (program.waitFor() != 0) {
            throw new IOException("recording failed: " + Files.readString(home.resolve("stderr.txt")));
        }
        SteadyResult result = SteadyResult.of(lines);
        return new Findings("Events at a sustained rate", result.text(seconds), result.verdicts());
    }
}
