package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.Surroundings;

/** What a short command does about consent, for {@link ShortCommandTest}. */
final class ShortCommand {
    private ShortCommand() {}

    public static void main(String[] arguments) {
        ConsentRules rules = ConsentRules.forTool("loader", "1.0")
                .formats(arguments[0].equals("TOML") ? Format.TOML : Format.YAML)
                .build();
        ConsentGate gate = ConsentGate.open(rules, Surroundings.ofProcess(), Invocation.PLAIN);
        boolean named = gate.config().value("runtime.sentry_dsn").isPresent();
        System.exit(gate.allows(Purpose.USAGE) && named ? 42 : 1);
    }
}
