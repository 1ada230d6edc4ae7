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
 * @param askable whether somebody could be asked, as far as that is known
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
        Askable askable) {

    /** Whether somebody could be asked. */
    public enum Askable {
        /** Nobody has looked yet, since looking costs time. */
        UNKNOWN,
        /** There is a person at a terminal. */
        YES,
        /** There is not: no terminal, CI, an agent, or output for machines. */
        NO
    }

    /** Copies the collections. */
    public ConsentInputs {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
        config = List.copyOf(config);
        records = List.copyOf(records);
    }
}
