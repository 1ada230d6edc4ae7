package dev.candor.benchmarks;

import java.util.List;

/**
 * What a measurement found.
 *
 * @param title of its section
 * @param text the section, in Markdown
 * @param verdicts the budgets that it looked at
 */
public record Findings(String title, String text, List<Verdict> verdicts) {
    /** Copies {@code verdicts}. */
    public Findings {
        verdicts = List.copyOf(verdicts);
    }
}
