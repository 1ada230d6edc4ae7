package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import java.util.List;

/** The catalogue of a tool as a document for its users. */
public final class CatalogueDocument {
    private final String tool;
    private final List<EventType> types;

    /** The document of one tool. */
    public CatalogueDocument(String tool, List<EventType> types) {
        this.tool = tool;
        this.types = List.copyOf(types);
    }

    /** {@code TELEMETRY.md}. */
    public String markdown() {
        StringBuilder out = new StringBuilder("# What ").append(tool).append(" reports\n");
        for (EventType type : types) {
            out.append("\n## ")
                    .append(type.name())
                    .append("\n\n")
                    .append(type.reason())
                    .append('\n');
            for (Attribute<?> attribute : type.attributes()) {
                out.append("- ")
                        .append(attribute.name())
                        .append(": ")
                        .append(attribute.reason())
                        .append('\n');
            }
        }
        return out.toString();
    }
}
