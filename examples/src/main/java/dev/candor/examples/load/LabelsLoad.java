package dev.candor.examples.load;

import dev.candor.examples.labels.LabelsTwins.Reports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares the throughput of {@code labels} with telemetry on and the receiver dead to that with telemetry off.
 *
 * <p>Both servers run in one program. wrk loads one after the other for a second each, pair by pair, the first of a pair in turns; before
 * each run the program removes what was recorded, and its garbage.
 */
public final class LabelsLoad {
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

    /** What is compared. The first three are what somebody who names none gets. */
    private enum Load {
        GET("usage events, /api/me", ME, Reports.USAGE),
        BULK("usage events, three /api/me to one bulk of records", MIXED, Reports.USAGE),
        OWNER("traces, metrics and logs of whoever runs the server, mixed in the same way", MIXED, Reports.OWNER),
        UNGUARDED(
                "usage events without the guard against floods, mixed in the same way", MIXED, Reports.USAGE_UNGUARDED),
        CHECK("telemetry off in both servers, mixed in the same way", MIXED, Reports.NOTHING);

        private static final List<Load> USUAL = List.of(GET, BULK, OWNER);

        private final String title;
        private final String lua;
        private final Reports reports;

        Load(String title, String lua, Reports reports) {
            this.title = title;
            this.lua = lua;
            this.reports = reports;
        }

        static List<Load> named(List<String> words) {
            List<Load> loads = new ArrayList<>();
            for (String word : words) {
                loads.add(valueOf(word.toUpperCase(Locale.ROOT)));
            }
            return loads.isEmpty() ? USUAL : loads;
        }
    }

    /**
     * Measures and prints.
     *
     * @param args how many pairs, an even number of at least {@link PairedRatio#FEWEST_PAIRS}, and which loads
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int pairs;
        List<Load> loads;
        try {
            pairs = PairedRatio.enough(Integer.parseInt(args[0]));
            loads = Load.named(List.of(args).subList(1, args.length));
        } catch (IllegalArgumentException wrong) {
            System.err.println("load " + String.join(" ", args) + ": an even number of pairs, at least "
                    + PairedRatio.FEWEST_PAIRS + ", and then any of "
                    + Arrays.toString(Load.values()).toLowerCase(Locale.ROOT));
            System.exit(2);
            return;
        }
        measure(pairs, loads);
    }

    private static void measure(int pairs, List<Load> loads) throws IOException, InterruptedException {
        Cores cores = Cores.apart();
        String dead = "http://127.0.0.1:" + deadPort();
        System.out.println("runs of " + Comparison.SECONDS + " s; servers and wrk "
                + (cores.areApart() ? "on a processor each" : "not kept apart"));
        for (Load load : loads) {
            Path folder = Files.createTempDirectory("labels-load");
            try (Twins twins = new Twins(folder, load.reports, dead, cores)) {
                Comparison comparison = new Comparison(twins, new Wrk(folder, load.lua, cores), pairs);
                comparison.run();
                System.out.println(load.name().toLowerCase(Locale.ROOT) + ": " + comparison.text(load.title));
            }
        }
    }

    /** A port that nobody listens on. */
    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
