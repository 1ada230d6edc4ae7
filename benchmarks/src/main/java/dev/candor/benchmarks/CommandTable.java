package dev.candor.benchmarks;

import java.util.List;
import java.util.Locale;

/** The measured scenarios as a Markdown table. */
final class CommandTable {
    private CommandTable() {}

    static String of(List<Measured> all) {
        StringBuilder table = new StringBuilder("""
            | short command | pairs | empty main, ms | command, ms | over it, ms | 95 % interval | budget, ms | met | more classes |
            |---|---|---|---|---|---|---|---|---|
            """);
        for (Measured each : all) {
            Scenario scenario = each.scenario();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f to %.1f | %d | %s | %d |%n",
                    scenario.name(),
                    each.pairs(),
                    each.emptyMillis(),
                    each.commandMillis(),
                    each.over().value(),
                    each.over().low(),
                    each.over().high(),
                    scenario.budgetMillis(),
                    each.over().value() <= scenario.budgetMillis() ? "yes" : "no",
                    each.classes()));
        }
        return table.toString();
    }
}
