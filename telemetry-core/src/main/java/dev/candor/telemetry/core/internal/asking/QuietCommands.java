package dev.candor.telemetry.core.internal.asking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Recognises command lines whose output is for programs, or that ask for help: nobody is asked there, nothing is shown. */
public final class QuietCommands {

    private static final Set<String> COMMANDS =
            Set.of("completion", "__complete", "__completenodesc", "generate-completion", "version", "help");
    private static final Set<String> OPTIONS = Set.of(
            "--version",
            "-V",
            "--help",
            "-h",
            "-?",
            "--json",
            "--jsonl",
            "--ndjson",
            "--yaml",
            "--xml",
            "--csv",
            "--porcelain",
            "--quiet",
            "-q",
            "--silent");
    private static final Set<String> OUTPUTS = Set.of("-o", "--output", "--format", "--output-format");
    private static final Set<String> MACHINE =
            Set.of("json", "jsonl", "ndjson", "yaml", "yml", "xml", "csv", "tsv", "toml", "raw");
    private static final List<String> COMPLETION_VARIABLES = List.of("COMP_LINE", "COMP_POINT", "_ARGCOMPLETE");

    private QuietCommands() {}

    /** Whether nobody may be asked. Options behind {@code --} are not looked at. */
    public static boolean isQuiet(List<String> arguments, Map<String, String> env) {
        for (String variable : COMPLETION_VARIABLES) {
            if (env.containsKey(variable)) {
                return true;
            }
        }
        if (!arguments.isEmpty() && COMMANDS.contains(arguments.get(0).toLowerCase(Locale.ROOT))) {
            return true;
        }
        for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            if (OPTIONS.contains(arguments.get(i)) || isMachineOutput(arguments, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMachineOutput(List<String> arguments, int at) {
        String argument = arguments.get(at);
        if (OUTPUTS.contains(argument)) {
            return at + 1 < arguments.size() && isMachine(arguments.get(at + 1));
        }
        int equals = argument.indexOf('=');
        if (equals > 0 && OUTPUTS.contains(argument.substring(0, equals))) {
            return isMachine(argument.substring(equals + 1));
        }
        return argument.startsWith("-o") && isMachine(argument.substring(2));
    }

    private static boolean isMachine(String format) {
        return MACHINE.contains(format.toLowerCase(Locale.ROOT));
    }
}
