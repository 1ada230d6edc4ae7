package dev.candor.examples.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load generator wrk: eight connections, each of which sends its next request when it has its answer. */
final class Wrk {
    private static final String RATE = "Requests/sec:";
    private static final String TOTAL = " requests in ";
    private static final String CONNECTIONS = "8";

    private final Path script;
    private final Cores cores;

    /**
     * A load of one kind.
     *
     * @param folder where its script is written
     * @param lua what wrk sends
     */
    Wrk(Path folder, String lua, Cores cores) throws IOException {
        this.cores = cores;
        script = Files.writeString(folder.resolve("load.lua"), lua, StandardCharsets.UTF_8);
    }

    /**
     * What a server did under load.
     *
     * @param perSecond how many requests a second it answered
     * @param requests how many in all
     */
    record Answered(double perSecond, long requests) {}

    /**
     * Loads a server for some seconds.
     *
     * @throws IOException when wrk is not installed, or a request was not answered with 2xx
     */
    Answered run(URI server, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(cores.forWrk());
        command.addAll(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s", script.toString()));
        command.add(server.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        int rate = output.indexOf(RATE);
        int total = output.indexOf(TOTAL);
        if (rate < 0 || total < 0 || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IOException("wrk: " + output);
        }
        int totalStart = output.lastIndexOf('\n', total) + 1;
        int rateEnd = output.indexOf('\n', rate);
        return new Answered(
                Double.parseDouble(
                        output.substring(rate + RATE.length(), rateEnd).trim()),
                Long.parseLong(output.substring(totalStart, total).trim()));
    }
}
