package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.RedactionRule;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.redaction.Exemption;
import dev.candor.telemetry.core.internal.redaction.KnownValues;
import dev.candor.telemetry.core.internal.redaction.Redactor;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the tool's redactors. */
record Redactors(ToolSpec tool, Surroundings surroundings) implements Function<@Nullable Exemption, Redactor> {

    @Override
    public Redactor apply(@Nullable Exemption exemption) {
        Properties properties = new Properties();
        properties.putAll(surroundings.properties());
        Redactor.Builder builder = Redactor.builder()
                .known(KnownValues.of(surroundings.environment(), properties).withHost(HostName.read()));
        for (String key : tool.privateKeys()) {
            if (key.endsWith("*")) {
                builder.privateKeyPrefixes(key.substring(0, key.length() - 1));
            } else {
                builder.privateKeys(key);
            }
        }
        for (RedactionRule rule : tool.redaction()) {
            builder.rule(rule);
        }
        if (exemption != null) {
            builder.exempt(exemption);
        }
        return builder.build();
    }
}
