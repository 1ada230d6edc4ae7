package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Samples;
import dev.candor.benchmarks.Table;
import java.util.List;

/** The measured scenarios as Markdown tables. */
final class CommandTables {
    private CommandTables() {}

    static Table times(List<Measured> all) {
        Table table = new Table(
                "short command",
                "pairs",
                "empty main, ms",
                "command, ms",
                "over it, ms",
                "95 % interval",
                "budget, ms");
        for (Measured each : all) {
            Scenario scenario = each.scenario();
            table.row(
                    scenario.name(),
                    each.pairs(),
                    each.emptyMillis(),
                    each.commandMillis(),
                    each.over().value(),
                    each.over().interval(),
                    scenario.budgetMillis());
        }
        return table;
    }

    static Table classes(List<Measured> all) {
        Table table = new Table("short command", "more classes", "Candor's own", "unwanted ones");
        for (Measured each : all) {
            table.row(
                    each.scenario().name(),
                    each.classes().count(),
                    each.classes().own(),
                    each.classes().unwantedInShort());
        }
        return table;
    }

    /** One sentence on what the detached uploads took; empty where none was started. */
    static String uploads(List<Measured> all) {
        for (Measured each : all) {
            Samples cpu = each.uploads();
            if (Double.isFinite(cpu.quantile(0.5))) {
                return "\nThe delivery costs the user no wall time. Each detached upload took "
                        + Table.figure(cpu.quantile(0.5)) + " ms of processor time (median; "
                        + cpu.medianWithInterval().interval() + ").\n";
            }
        }
        return "";
    }
}
