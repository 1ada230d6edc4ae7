package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sixteen times the text may take sixteen times the processor's time, with a wide margin; what grows with the square
 * takes 256 times as long. The processor's time of this thread is measured, not the clock's, because the machine that
 * runs the tests is shared.
 */
class RedactionLinearityTest {

    private static final int SMALL = 4 * 1024;
    private static final int LARGE = 64 * 1024;
    private static final double MOST = 80;
    private static final int LEAST_TIMES = 3;
    private static final int CHANCES = 30;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@",
                "a@b.",
                "@",
                ".",
                "'",
                "\"",
                "-----BEGIN",
                "-----BEGIN A-----",
                "-----END",
                "://",
                "://a:b",
                "x://a:b@",
                "eyJ",
                "eyJ.",
                "((((",
                "0f",
                "=",
                "a=",
                "password=",
                "password=\"",
                "password='\"",
                "password: [",
                "password:{",
                "\\",
                "\\\\",
                "\\\\ab",
                "//ab",
                "/home/a ",
                "/a/b ",
                "\"/a",
                "C:\\a ",
                "%41",
                "%25",
                "&amp;",
                "&#64;",
                "<password>",
                "<secret>",
                "<",
                "ghp_",
                "sk-a-",
                "AKIA",
                "+1 ",
                "1-",
                "1 ",
                "4111 ",
                "::",
                "a:",
                "1:2:",
                "1.2.3.4",
                "~",
                "~/",
                "$HOME/",
                "?a=",
                "?a=b&",
                "#a=",
                "Cookie: a=b; ",
                "cookie=a=b; ",
                "?a=b?",
                "<password ",
                "<token a=\"b\">",
                "Authorization: ",
                "Bearer ",
                "password is ",
                "jdbc:a:(",
                "kind: Secret\n",
                "name: password value: ",
                "-u a:",
                "--password ",
                "ssh-rsa AAAA",
                "aB1",
                "aB1/",
                "\u200b",
                "\u0430",
                "[",
                "token=[",
                "DE89 ",
                "http://a@",
                "A1b2C3d4E5f6G7h8I9j0-",
                "x='",
                "file://",
                "b\\",
                "12345678:A",
                "password ' ",
                "key: (",
                " \t",
                "A",
                "a-",
                "a.",
                "/",
                "a/",
                "word "
            })
    void redact_hostileRepetition_isLinear(String piece) {
        String small = repeat(piece, SMALL);
        String large = repeat(piece, LARGE);
        for (int i = 0; i < 5; i++) {
            redactor.redact(small);
        }

        double ratio = ratio(small, large);

        assertThat(ratio).isLessThan(MOST);
        assertThat(redactor.failures()).isZero();
    }

    /**
     * Of the best of three times each, in turn, and of more until they are within the margin or have had their chances: the compiler is at work meanwhile, on a busy
     * machine for long, and must not have been done with the one and not with the other.
     */
    private double ratio(String small, String large) {
        long bestOfSmall = Long.MAX_VALUE;
        long bestOfLarge = Long.MAX_VALUE;
        double ratio = Double.MAX_VALUE;
        for (int i = 0; i < LEAST_TIMES || (i < CHANCES && ratio >= MOST); i++) {
            bestOfSmall = Math.min(bestOfSmall, time(small));
            bestOfLarge = Math.min(bestOfLarge, time(large));
            ratio = (double) bestOfLarge / Math.max(bestOfSmall, 50_000);
        }
        return ratio;
    }

    private static String repeat(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private long time(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        redactor.redact(text);
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
