package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Effort;
import dev.candor.benchmarks.Table;
import dev.candor.telemetry.core.internal.redaction.Redactor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the cost of redaction grows with the text.
 *
 * <p>All lengths of a text are measured in turn, many times, so that what the machine does besides meets each of them alike; and by the
 * processor's time of this thread, which other programs take little from. JMH measures one length after another, minutes apart.
 */
final class Doublings {
    private static final int[] LENGTHS = {1024, 2048, 4096, 8192, 16_384, 32_768, 65_536};
    private static final int CHARACTERS_A_ROUND = 256 * 1024;
    private static final long WARM_UP_NANOS = 60_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, double[]> medians;

    /** The nanoseconds of each text by its length, in the order of the lengths. */
    Doublings(Map<String, double[]> medians) {
        this.medians = new LinkedHashMap<>(medians);
    }

    static Doublings measure(Effort effort) {
        Redactor redactor = RedactionCalls.redactor();
        Map<String, String[]> texts = texts();
        for (int pass = 0; pass < 3; pass++) {
            texts.values().forEach(all -> warmUp(redactor, all));
        }
        Map<String, double[]> medians = new LinkedHashMap<>();
        texts.forEach((title, all) -> medians.put(title, medians(redactor, all, effort.of(15, 45))));
        return new Doublings(medians);
    }

    private static Map<String, String[]> texts() {
        Map<String, String[]> texts = new LinkedHashMap<>();
        texts.put("nothing private", repeated(RedactionCalls.CLEAN));
        texts.put("much private", repeated(RedactionCalls.PRIVATE));
        texts.put("backslashes", repeated("\\"));
        texts.put("digits and blanks", repeated("1 "));
        texts.put("beginnings of cards", repeated("4111 "));
        texts.put("escaped percent signs", repeated("%25"));
        texts.put("keys of secrets", repeated("password="));
        return texts;
    }

    private static String[] repeated(String piece) {
        return Arrays.stream(LENGTHS)
                .mapToObj(length -> RedactionCalls.repeated(piece, length))
                .toArray(String[]::new);
    }

    private static void warmUp(Redactor redactor, String[] texts) {
        for (String text : texts) {
            long until = THREADS.getCurrentThreadCpuTime() + WARM_UP_NANOS;
            while (THREADS.getCurrentThreadCpuTime() < until) {
                redactor.redact(text);
            }
        }
    }

    private static double[] medians(Redactor redactor, String[] texts, int rounds) {
        double[][] taken = new double[texts.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < texts.length; i++) {
                taken[i][round] = nanos(redactor, texts[i]);
            }
        }
        return Arrays.stream(taken).mapToDouble(Doublings::median).toArray();
    }

    private static double nanos(Redactor redactor, String text) {
        int calls = CHARACTERS_A_ROUND / text.length();
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            redactor.redact(text);
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / calls;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The most that any text costs by one of half its length. */
    double worst() {
        double worst = 0;
        for (double[] each : medians.values()) {
            for (int i = 1; i < each.length; i++) {
                worst = Math.max(worst, each[i] / each[i - 1]);
            }
        }
        return worst;
    }

    /** What each text costs by its length, and by the shorter one. */
    Table table() {
        List<Object> titles = new ArrayList<>(List.of("characters"));
        medians.keySet().forEach(title -> titles.addAll(List.of(title + ", µs", "by the shorter")));
        Table table = new Table(titles.toArray(String[]::new));
        for (int i = 0; i < LENGTHS.length; i++) {
            List<Object> row = new ArrayList<>(List.of(LENGTHS[i]));
            for (double[] each : medians.values()) {
                row.add(each[i] / 1_000);
                row.add(i == 0 ? Double.NaN : each[i] / each[i - 1]);
            }
            table.row(row.toArray());
        }
        return table;
    }
}
