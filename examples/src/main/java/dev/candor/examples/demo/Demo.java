package dev.candor.examples.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the examples against receivers that decode each wire format strictly, and fails unless exactly the right things arrived. */
public final class Demo {
    private Demo() {}

    /**
     * Runs the demo.
     *
     * @param args the folder of the example programs
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> wrong = run(Path.of(args[0]).toAbsolutePath(), new Table(System.out));
        System.out.println();
        for (String line : wrong) {
            System.out.println("WRONG: " + line);
        }
        System.out.println(wrong.isEmpty() ? "Exactly the right things arrived." : "The demo failed.");
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** Runs all scenes; returns what went wrong, one line each. */
    static List<String> run(Path programs, Table table) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        try (Receivers receivers = new Receivers()) {
            wrong.addAll(new LoaderScenes(programs, receivers, table).run());
            wrong.addAll(new TrainerScenes(programs, receivers, table).run());
            wrong.addAll(new DeployerScenes(programs, receivers, table).run());
            wrong.addAll(new LabelsScenes(programs, receivers, table).run());
            for (String refusal : receivers.refusals()) {
                wrong.add("a receiver could not decode a request: " + refusal);
            }
        }
        return wrong;
    }
}
