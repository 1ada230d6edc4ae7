package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.config.Entry;
import java.util.List;
import java.util.Map;

/** Where, in the text of one format, a key's value can be changed or a key can be added. Likely places first. */
interface Syntax {

    /** The syntax of a format. */
    static Syntax of(Format format) {
        return switch (format) {
            case TOML -> new TomlSyntax();
            case YAML -> new YamlSyntax();
            case JSON -> new JsonSyntax();
            case PROPERTIES -> new PropertiesSyntax();
        };
    }

    /** Ways to write {@code value} where the text has another value for {@code entry}. */
    List<Splice> replacing(TextLines text, Entry entry, Written value);

    /** Ways to add {@code key}, which the text does not have. */
    List<Splice> adding(TextLines text, Map<String, Entry> entries, String key, Written value);

    /** Ways to take back what was written with a {@linkplain Written#note note}; empty where it was not. */
    List<Splice> undoing(TextLines text, Entry entry);
}
