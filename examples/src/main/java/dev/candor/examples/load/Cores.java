package dev.candor.examples.load;

import java.io.IOException;
import java.util.List;

/**
 * Who runs on which processor: the servers on one, wrk on another, so that they do not take it from each other.
 *
 * <p>On one processor the threads that telemetry has of its own are paid for by requests, as they are on a busy machine.
 *
 * @param forServer what a command of the servers begins with
 * @param forWrk what a command of wrk begins with
 */
record Cores(List<String> forServer, List<String> forWrk) {
    Cores {
        forServer = List.copyOf(forServer);
        forWrk = List.copyOf(forWrk);
    }

    /** Two processors where {@code taskset} gives them, else whatever there is. */
    static Cores apart() throws InterruptedException {
        List<String> first = on(0);
        List<String> second = on(1);
        return works(first) && works(second) ? new Cores(second, first) : new Cores(List.of(), List.of());
    }

    boolean areApart() {
        return !forWrk.isEmpty();
    }

    private static List<String> on(int processor) {
        return List.of("taskset", "-c", Integer.toString(processor));
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        try {
            List<String> command = List.of(prefix.get(0), prefix.get(1), prefix.get(2), "true");
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
