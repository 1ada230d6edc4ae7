package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.ConfigText;
import dev.candor.telemetry.core.internal.config.Scope;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts inputs together, a sentence for each source. */
final class Inputs {
    static final Instant START = Instant.parse("2026-11-28T13:00:00Z");

    private final ConsentRules rules;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final List<ConfigSource> config = new ArrayList<>();
    private final List<RecordSource> records = new ArrayList<>();
    private Invocation invocation = Invocation.PLAIN;
    private boolean nobodyToAsk;

    private Inputs(ConsentRules rules) {
        this.rules = rules;
    }

    static Inputs of(ConsentRules rules) {
        return new Inputs(rules);
    }

    /** A null value leaves the variable unset. */
    Inputs variable(String name, String value) {
        if (value != null) {
            environment.put(name, value);
        }
        return this;
    }

    Inputs property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** A null text leaves the file away. */
    Inputs file(Scope scope, Format format, String text) {
        return text == null ? this : file(scope, format, text.getBytes(StandardCharsets.UTF_8));
    }

    Inputs file(Scope scope, Format format, byte[] bytes) {
        String place = scope.name().toLowerCase(java.util.Locale.ROOT) + "/config." + format.extension();
        config.add(new ConfigSource(scope, place, ConfigText.read(format, bytes), true));
        return this;
    }

    Inputs record(RecordedAnswer answer) {
        return record(RecordFormat.write(answer));
    }

    Inputs record(byte[] bytes) {
        records.add(RecordSource.of("telemetry-consent", bytes));
        return this;
    }

    /** The notice of a version was shown on a terminal, in an earlier run. */
    Inputs noticed(int version) {
        return record(RecordedAnswer.NONE.with(new NoticeShown(version, START.minusSeconds(3600), true)));
    }

    Inputs invocation(Invocation said) {
        this.invocation = said;
        return this;
    }

    Inputs nobodyToAsk() {
        this.nobodyToAsk = true;
        return this;
    }

    ConsentReport resolve() {
        return ConsentResolver.resolve(new ConsentInputs(
                rules, environment, properties, config, records, invocation, START, START, nobodyToAsk));
    }
}
