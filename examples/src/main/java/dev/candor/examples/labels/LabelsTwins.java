package dev.candor.examples.labels;

import com.sun.management.OperatingSystemMXBean;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Two servers in one program, one with telemetry on and one with it off, for {@code ./dev load}.
 *
 * <p>Two programs would differ by what their compilers and collectors happen to do, which is more than telemetry costs.
 */
public final class LabelsTwins {
    /** Asks for both servers' records and all garbage to be removed before the answer, which is that to {@link #TIME}. */
    public static final String SETTLE = "settle";

    /** Asks how long the compiler has worked so far, in nanoseconds. */
    public static final String COMPILER = "compiler";

    /** Asks for the answer alone: the processor time that the program has used, in nanoseconds. */
    public static final String TIME = "time";

    private static final String SWITCH = "LABELS_ENABLE_TELEMETRY";

    private LabelsTwins() {}

    /** What the first server reports; the second reports nothing. */
    public enum Reports {
        /** Nothing either: shows what the measure itself is worth. */
        NOTHING,
        /** Usage events, with the guard that suppresses a type of event that comes like a flood. */
        USAGE,
        /** Usage events without that guard, so that each request's is taken, written, and in the end thrown away. */
        USAGE_UNGUARDED,
        /** Traces, metrics and logs for whoever runs the server. */
        OWNER
    }

    /**
     * Starts both, says where they listen, and answers what is asked of them, until there is nothing more to read.
     *
     * @param args a folder, one of {@link Reports}, and where the receiver should be
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Reports reports = Reports.valueOf(args[1].toUpperCase(Locale.ROOT));
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Candor reporting = described(first, reports, args[2]);
        Candor silent = described(second, Reports.NOTHING, args[2]);
        Labels.serve(
                reporting,
                first,
                0,
                (on, a) -> Labels.serve(silent, second, 0, (off, b) -> {
                    System.out.println(on.uri());
                    System.out.println(off.uri());
                    answer(List.of(on, off));
                }));
    }

    private static Candor described(Path data, Reports reports, String endpoint) throws IOException {
        CandorBuilder builder = LabelsTelemetry.builder(data)
                .maintainer("segment", Map.of("write_key", "key", "endpoint", endpoint), Purpose.USAGE)
                .surroundings(Surroundings.builder()
                        .environment(environment(reports, endpoint))
                        .home(Files.createDirectories(data.resolve("home")))
                        .workingDirectory(data)
                        .build());
        return (reports == Reports.USAGE_UNGUARDED ? builder.withoutFloodGuard() : builder).build();
    }

    private static Map<String, String> environment(Reports reports, String endpoint) {
        return switch (reports) {
            case NOTHING -> Map.of(SWITCH, "0");
            case USAGE, USAGE_UNGUARDED -> Map.of(SWITCH, "1");
            case OWNER -> Map.of(SWITCH, "0", "RUNTIME__OTLP_ENDPOINT", endpoint);
        };
    }

    private static void answer(List<LabelsServer> servers) throws IOException, SQLException {
        // Linux counts it in hundredths of a second, a percent of a run.
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(SETTLE)) {
                settle(servers);
            }
            System.out.println(
                    line.equals(COMPILER)
                            ? TimeUnit.MILLISECONDS.toNanos(compiler.getTotalCompilationTime())
                            : system.getProcessCpuTime());
        }
    }

    /** Otherwise each run would meet a larger database than the one before, and a heap that is fuller. */
    private static void settle(List<LabelsServer> servers) throws SQLException {
        for (LabelsServer server : servers) {
            server.forgetRecords();
        }
        System.gc();
    }
}
