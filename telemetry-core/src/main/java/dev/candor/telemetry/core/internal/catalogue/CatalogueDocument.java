package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue of a tool as a document for its users, {@code TELEMETRY.md}: the same for the same code, whoever makes it. */
public final class CatalogueDocument {
    private final String tool;
    private final String prefix;
    private final String consentKey;
    private final List<EventType> types;
    private final Map<String, Map<String, List<String>>> examples;
    private final String common;
    private final Map<String, List<String>> errorExamples;

    /**
     * The document of one tool.
     *
     * @param prefix what the tool's environment variables begin with
     * @param consentKey the config key of consent
     * @param common the sections about what every event carries, and at last about errors where they are reported
     * @param examples by the name of an event and then by backend, the posts that it would make for {@link #sample}
     * @param errorExamples by backend, the posts of an error
     */
    public CatalogueDocument(
            String tool,
            String prefix,
            String consentKey,
            List<EventType> types,
            String common,
            Map<String, Map<String, List<String>>> examples,
            Map<String, List<String>> errorExamples) {
        this.tool = tool;
        this.prefix = prefix;
        this.consentKey = consentKey;
        this.types = List.copyOf(types);
        this.common = common;
        this.examples = Map.copyOf(examples);
        this.errorExamples = Map.copyOf(errorExamples);
    }

    /** The attributes of an example of {@code type}. */
    public static Map<String, Object> sample(EventType type) {
        return Sample.attributes(type);
    }

    /** The document in Markdown. */
    public String markdown() {
        StringBuilder out = new StringBuilder("# What ").append(tool).append(" reports\n\n");
        stop(out);
        for (EventType type : types) {
            event(out, type);
            examples(out, examples.getOrDefault(type.name(), Map.of()));
        }
        out.append(common);
        examples(out, errorExamples);
        return out.toString();
    }

    private void stop(StringBuilder out) {
        out.append("Nothing is sent without consent. To stop it, any one of these is enough:\n\n");
        out.append("- `")
                .append(tool)
                .append(" --disable-telemetry` or `")
                .append(tool)
                .append(" telemetry off`\n");
        out.append("- `").append(consentKey).append(" = false` in the config file\n");
        out.append("- `DO_NOT_TRACK=1`, `").append(prefix).append("_DO_NOT_TRACK=1` or `");
        out.append(prefix).append("_ENABLE_TELEMETRY=0` in the environment\n");
        out.append("- `enable_runtime_trace = false` stops this and everything else\n\n");
        out.append("`").append(tool).append(" telemetry show` prints what would be sent, `");
        out.append(tool).append(" telemetry log` what was.\n");
    }

    private static void event(StringBuilder out, EventType type) {
        out.append("\n## ").append(type.name()).append("\n\n");
        if (!type.reason().isEmpty()) {
            out.append(type.reason()).append("\n\n");
        }
        out.append("Purpose: ")
                .append(type.purpose().name().toLowerCase(Locale.ROOT))
                .append('.');
        if (!type.owner().isEmpty()) {
            out.append(" Owner: ").append(type.owner()).append('.');
        }
        LocalDate expires = type.expires();
        if (expires != null) {
            out.append(" Not sent from ").append(expires).append(" on.");
        }
        out.append("\n\n");
        if (type.size() > 0) {
            out.append("| attribute | value | why |\n|---|---|---|\n");
        }
        for (Attribute<?> attribute : type.attributes()) {
            out.append("| `").append(attribute.name()).append("` | ").append(TypeText.of(attribute.type()));
            out.append(" | ").append(cell(attribute.reason())).append(" |\n");
        }
    }

    /** Text that ends neither the cell nor the row of a table. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ').replace('\r', ' ');
    }

    private static void examples(StringBuilder out, Map<String, List<String>> byBackend) {
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(byBackend).entrySet()) {
            out.append("\nAn example, as ").append(entry.getKey()).append(" gets it:\n");
            for (String body : entry.getValue()) {
                out.append(ExampleText.fenced(body));
            }
        }
    }
}
