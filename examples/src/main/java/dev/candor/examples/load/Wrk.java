package dev.candor.examples.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The load generator wrk: eight connections, each of which sends its next request when it has its answer. */
final class Wrk {
    private static final String RATE = "Requests/sec:";
    private static final String CONNECTIONS = "8";

    private final Path script;

    /**
     * A load of one kind.
     *
     * @param folder where its script is written
     * @param lua what wrk sends
     */
    Wrk(Path folder, String lua) throws IOException {
        script = Files.writeString(folder.resolve("load.lua"), lua, StandardCharsets.UTF_8);
    }

    /**
     * Loads a server for some seconds.
     *
     * @return how many requests a second it answered
     * @throws IOException when wrk is not installed, or a request was not answered with 2xx
     */
    double run(URI server, int seconds) throws IOException, InterruptedException {
        List<String> command = List.of(
                "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s", script.toString(), server.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        int rate = output.indexOf(RATE);
        if (rate < 0 || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IOException("wrk: " + output);
        }
        return Double.parseDouble(output.substring(rate + RATE.length())
                .lines()
                .findFirst()
                .orElseThrow()
                .trim());
    }
}
