package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Sink;
import java.io.IOException;
import java.time.Duration;

/** Where events are sent to: one receiver that answers, one that takes its time, one that nobody is, one that nobody knows. */
final class Receivers implements AutoCloseable {
    static final String DEAD = "http://127.0.0.1:9";
    private static final String NAMELESS = "https://receiver.invalid";
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Sink prompt = Sink.open();
    private final Sink slow = Sink.open(SLOW);

    Receivers() throws IOException {
        // both listen
    }

    String prompt() {
        return prompt.url();
    }

    String slow() {
        return slow.url();
    }

    String of(Scenario.Setting setting) {
        return switch (setting) {
            case SLOW -> slow();
            case DEAD, WAITING, READ_ONLY, FULL_DISK -> DEAD;
            case NAMELESS -> NAMELESS;
            default -> prompt();
        };
    }

    @Override
    public void close() {
        prompt.close();
        slow.close();
    }
}
