package dev.candor.examples.demo;

import dev.candor.telemetry.testkit.OtlpRecord;
import dev.candor.telemetry.testkit.PostHogCapture;
import dev.candor.telemetry.testkit.Received;
import dev.candor.telemetry.testkit.SegmentMessage;
import dev.candor.telemetry.testkit.SentryItem;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Prints what each receiver got, decoded, in columns. */
final class Table {
    private static final int DETAIL = 110;

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void add(String scene, Map<String, List<Received>> received) {
        out.println();
        out.println(scene);
        received.forEach((receiver, records) -> {
            if (records.isEmpty()) {
                row(receiver, "-", "nothing");
            }
            for (Received record : records) {
                row(receiver, Expectation.label(record), detail(record));
            }
        });
    }

    private void row(String receiver, String what, String detail) {
        String cut = detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL - 1) + "…";
        out.printf("  %-8s %-38s %s%n", receiver, what, cut);
    }

    private static String detail(Received record) {
        if (record instanceof PostHogCapture capture) {
            return capture.properties().toString();
        }
        if (record instanceof SegmentMessage message) {
            return message.content().path("properties").toString();
        }
        if (record instanceof SentryItem item) {
            return item.payload().has("spans")
                    ? item.payload().path("spans").size() + " spans, tags "
                            + item.payload().path("tags")
                    : item.payload().path("exception").toString();
        }
        return record instanceof OtlpRecord otlp ? otlp.attributes().toString() : "";
    }
}
