package dev.candor.benchmarks.rate;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** The number by which an event is counted: a version such as {@code 77.77.1234}, which every format writes as plain text. */
final class Serials {
    private static final byte[] MARK = "77.77.".getBytes(StandardCharsets.US_ASCII);

    private Serials() {}

    static String text(int serial) {
        return "77.77." + serial;
    }

    /** Finds every serial in a body. */
    static void find(byte[] body, IntConsumer found) {
        int at = 0;
        while (at + MARK.length < body.length) {
            if (!marked(body, at)) {
                at++;
                continue;
            }
            at += MARK.length;
            int serial = 0;
            while (at < body.length && body[at] >= '0' && body[at] <= '9') {
                serial = serial * 10 + body[at] - '0';
                at++;
            }
            found.accept(serial);
        }
    }

    private static boolean marked(byte[] body, int from) {
        int same = 0;
        while (same < MARK.length && body[from + same] == MARK[same]) {
            same++;
        }
        return same == MARK.length;
    }
}
