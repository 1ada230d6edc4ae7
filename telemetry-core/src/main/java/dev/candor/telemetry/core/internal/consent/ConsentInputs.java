package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a decision depends on.
 *
 * @param rules the tool's choices
 * @param environment the real process environment
 * @param properties the system properties
 * @param config every config file that is there
 * @param records every recorded answer that is there
 * @param invocation what code and command line say
 * @param startedAt when this run started
 * @param now the time
 * @param nobodyToAsk whether it is known that nobody can be asked: no terminal, CI, an agent, output for machines
 */
public record ConsentInputs(
        ConsentRules rules,
        Map<String, String> environment,
        Map<String, String> properties,
        List<ConfigSource> config,
        List<RecordSource> records,
        Invocation invocation,
        Instant startedAt,
        Instant now,
        boolean nobodyToAsk) {

    /** Copies the lists. The maps are those of the surroundings, which never change and may note what is asked of them. */
    public ConsentInputs {
        config = List.copyOf(config);
        records = List.copyOf(records);
    }

    /** The same as if there were no config file. */
    ConsentInputs withoutConfig() {
        return new ConsentInputs(
                rules, environment, properties, List.of(), records, invocation, startedAt, now, nobodyToAsk);
    }
}
