package dev.candor.examples.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the throughput of {@code labels} with telemetry on and the receiver dead to that with telemetry off.
 *
 * <p>Both servers run all the time. wrk loads one after the other, pair by pair, the first of a pair in turns.
 */
public final class LabelsLoad {
    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 2;
    private static final String ME = """
        wrk.headers["X-Labels-User"] = "alice"
        wrk.headers["User-Agent"] = "labels-client/1.29.1"
        wrk.headers["Accept-Language"] = "en-GB,en"
        request = function() return wrk.format("GET", "/api/me") end
        """;
    private static final String MIXED = ME + """
        wrk.headers["Content-Type"] = "application/json"
        local body = '{"records":[{"text":"What a book!"},{"text":"Never again."}]}'
        local n = 0
        request = function()
            n = n + 1
            if n % 4 == 0 then return wrk.format("POST", "/api/dataset/reviews/text-classification:bulk", nil, body) end
            return wrk.format("GET", "/api/me")
        end
        """;

    private LabelsLoad() {}

    /**
     * Measures and prints.
     *
     * @param args the folder of the example programs, and how many pairs
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path labels = Path.of(args[0]).toAbsolutePath().resolve("labels");
        int pairs = Integer.parseInt(args[1]);
        String dead = "http://127.0.0.1:" + deadPort();
        Map<String, String> off = Map.of("LABELS_ENABLE_TELEMETRY", "0");
        Map<String, String> usage = Map.of(
                "LABELS_ENABLE_TELEMETRY",
                "1",
                "LABELS_OPTS",
                "-Dlabels.maintainer.segment_write_key=key -Dlabels.maintainer.segment_endpoint=" + dead);
        compare("usage events, /api/me", labels, ME, usage, off, pairs);
        compare("usage events, three /api/me to one bulk of records", labels, MIXED, usage, off, pairs);
        Map<String, String> owner = Map.of("LABELS_ENABLE_TELEMETRY", "0", "RUNTIME__OTLP_ENDPOINT", dead);
        compare("traces, metrics and logs of the owner's, mixed as above", labels, MIXED, owner, off, pairs);
    }

    private static void compare(
            String title, Path program, String lua, Map<String, String> with, Map<String, String> without, int pairs)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("labels-load");
        try (LabelsProcess on = new LabelsProcess(program, folder.resolve("on"), with);
                LabelsProcess off = new LabelsProcess(program, folder.resolve("off"), without)) {
            Wrk wrk = new Wrk(folder, lua);
            wrk.run(on.uri(), WARM_UP_SECONDS);
            wrk.run(off.uri(), WARM_UP_SECONDS);
            double[] measured = new double[pairs];
            double[] base = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                if (i % 2 == 0) {
                    measured[i] = wrk.run(on.uri(), SECONDS);
                }
                base[i] = wrk.run(off.uri(), SECONDS);
                if (i % 2 == 1) {
                    measured[i] = wrk.run(on.uri(), SECONDS);
                }
            }
            print(title, measured, base);
        }
    }

    private static void print(String title, double[] measured, double[] base) {
        PairedRatio ratio = PairedRatio.of(measured, base);
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f requests/s with, %.0f without; %.1f %% (95 %%: %.1f to %.1f), %d pairs%n",
                title,
                mean(measured),
                mean(base),
                100 * ratio.mean(),
                100 * ratio.low(),
                100 * ratio.high(),
                base.length);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** A port that nobody listens on. */
    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
