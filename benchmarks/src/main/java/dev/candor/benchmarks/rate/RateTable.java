package dev.candor.benchmarks.rate;

import dev.candor.benchmarks.Table;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown. */
final class RateTable {
    private static final String TEXT = """
            A program records two waves of events, each at 100,000 a second, and waits until a receiver in another process has acknowledged them:
            one that unpacks each post, finds the events in it and counts them once. Each contender has a JVM of its own, is warmed up by as many
            events as are measured, and takes turns with the others; the figures are medians. Candor runs as in a server: consent, catalogue,
            redaction, spool on disk, journal. The vendors' clients have a queue in memory that is made large enough for everything; the last
            column says what their usual one loses of one wave. To Sentry go errors, one a post, to the others usage events of five attributes;
            each client is given what Candor says of where an event was made as well, and OpenTelemetry's an id for each.

            """;

    /** What the figures alone do not tell. */
    private static final String REASONS = """

            Much of the processor time of so short a run is spent on compiling what is run for the first time. OpenTelemetry's SDK hands objects
            from one thread to the next. Candor redacts each event, writes it to disk, reads it back and decodes it before the same encoder has
            it: of its delivery thread, a quarter is spent in OpenTelemetry's encoder, a fifth on compression, a fifth on reading, decoding and
            removing what was delivered. Sentry's events are encoded by Sentry's own client in both rows.
            """;

    private RateTable() {}

    static String of(List<Standing> all) {
        Table table = new Table(
                "to",
                "client",
                "events a second",
                "CPU for 10,000 events, ms",
                "runs",
                "events a post",
                "bytes an event",
                "lost",
                "twice",
                "lost with its usual queue");
        for (Standing each : all) {
            table.row(
                    each.contender().destination(),
                    each.contender().title(),
                    Math.round(each.eventsPerSecond()),
                    Math.round(each.cpuMillis()),
                    each.runs().size(),
                    Math.round(each.together()),
                    Math.round(each.bytes()),
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
