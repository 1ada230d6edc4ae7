package dev.candor.telemetry.core;

import java.util.List;

/**
 * A rule of the tool's own, which can only remove more.
 *
 * <p>It is called on many threads, with text that the built-in rules have gone through, and must be quick: it runs on
 * the thread that records. When it throws, the whole field is replaced.
 */
@FunctionalInterface
public interface RedactionRule {

    /** The ranges to remove; those outside the text are cut to it. */
    List<Range> find(String text);

    /** From {@code start} to before {@code end}, in characters. */
    record Range(int start, int end) {}
}
