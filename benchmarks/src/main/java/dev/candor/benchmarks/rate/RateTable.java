package dev.candor.benchmarks.rate;

import dev.candor.benchmarks.Table;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown. */
final class RateTable {
    private static final String TEXT = """
            A program records two waves of events, each at 100,000 a second, and waits until a receiver in another process has acknowledged them:
            one that unpacks each post, finds the events in it and counts them once. Each contender has a JVM of its own and takes turns with the
            others; the figures are medians. They are taken when it has done the same for 20 seconds, as a server has most of the
            time, over waves that take four seconds or more; the columns "at its start" are of its first two waves, where half of the
            processor time and more goes to the JVM's compiler.
            Candor runs as in a server: consent, catalogue, redaction, spool on disk, journal. The vendors' clients have a
            queue in memory that is made large enough for everything; the last column says what their usual one loses of one wave. Candor's ring
            holds 8,192 events: what comes faster than it is written is refused, which the caller is told; the program offers it again. To Sentry
            go errors, one a post, to the others usage events of five attributes; each client is given what Candor says of where an event was made
            as well, and OpenTelemetry's an id for each. Clients of OTLP are compared where both compress and where neither does.

            """;

    /** What the figures alone do not tell. */
    private static final String REASONS = """

            Candor redacts each event, writes it to disk, reads it back and decodes it before the same encoder has it; OpenTelemetry's SDK hands
            objects from one thread to the next. Sentry's events are encoded by Sentry's own client in both rows, which makes a connection for
            each post; Candor posts up to eight side by side and keeps the five connections that the JDK does.
            """;

    private RateTable() {}

    static String of(List<Standing> all) {
        Table table = new Table(
                "to",
                "client",
                "events a second",
                "CPU for 10,000 events, ms",
                "a second, at its start",
                "CPU, at its start",
                "runs",
                "events a post",
                "bytes an event",
                "offered again",
                "lost",
                "twice",
                "lost with its usual queue");
        for (Standing each : all) {
            table.row(
                    each.contender().destination(),
                    each.contender().title(),
                    Math.round(each.eventsPerSecond()),
                    Math.round(each.cpuMillis()),
                    Math.round(each.firstEventsPerSecond()),
                    Math.round(each.firstCpuMillis()),
                    each.runs().size(),
                    Math.round(each.together()),
                    Math.round(each.bytes()),
                    each.again(),
                    each.lost(),
                    each.twice(),
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d",
                            each.usual().lost(),
                            each.usual().recorded()));
        }
        return TEXT + table + REASONS;
    }
}
