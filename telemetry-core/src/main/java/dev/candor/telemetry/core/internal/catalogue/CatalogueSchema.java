package dev.candor.telemetry.core.internal.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.ValueType;
import java.util.List;
import java.util.TreeSet;

/** The catalogue as JSON Schema, draft 2020-12: an object with {@code event} and {@code attributes}. */
public final class CatalogueSchema {
    private final ObjectMapper mapper = new ObjectMapper();
    private final String tool;
    private final List<EventType> types;

    /** The schema of one tool's events. */
    public CatalogueSchema(String tool, List<EventType> types) {
        this.tool = tool;
        this.types = List.copyOf(types);
    }

    /** The schema as text, the same for the same code. */
    public String json() {
        ObjectNode root = mapper.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Events of " + tool);
        ArrayNode oneOf = root.putArray("oneOf");
        for (EventType type : types) {
            event(oneOf.addObject(), type);
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always JSON", impossible);
        }
    }

    private static void event(ObjectNode schema, EventType type) {
        schema.put("type", "object");
        if (!type.reason().isEmpty()) {
            schema.put("description", type.reason());
        }
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("event").put("const", type.name());
        members(properties.putObject("attributes"), type.attributes());
        schema.putArray("required").add("event");
        schema.put("additionalProperties", false);
    }

    private static void members(ObjectNode schema, List<Attribute<?>> attributes) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Attribute<?> attribute : attributes) {
            ObjectNode property = properties.putObject(attribute.name());
            value(property, attribute.type());
            if (!attribute.reason().isEmpty()) {
                property.put("description", attribute.reason());
            }
        }
        schema.put("additionalProperties", false);
    }

    private static void value(ObjectNode schema, ValueType type) {
        if (type instanceof ValueType.OneOf set) {
            ArrayNode values = schema.putArray("enum");
            new TreeSet<>(set.values()).forEach(values::add);
            values.add(ValueCheck.OTHER);
        } else if (type instanceof ValueType.RealNumber bounds) {
            schema.put("type", "number").put("minimum", bounds.min()).put("maximum", bounds.max());
        } else if (type instanceof ValueType.WholeNumber bounds) {
            schema.put("type", "integer").put("minimum", bounds.min()).put("maximum", bounds.max());
        } else if (type instanceof ValueType.Flag) {
            schema.put("type", "boolean");
        } else if (type instanceof ValueType.Elapsed) {
            schema.put("type", "number").put("minimum", 0);
        } else {
            structure(schema, type);
        }
    }

    private static void structure(ObjectNode schema, ValueType type) {
        if (type instanceof ValueType.Text text) {
            schema.put("type", "string").put("maxLength", text.maxLength());
        } else if (type instanceof ValueType.Hash) {
            schema.put("type", "string").put("pattern", "^[0-9a-f]{32}$");
        } else if (type instanceof ValueType.ListOf list) {
            schema.put("type", "array").put("maxItems", list.maxItems());
            value(schema.putObject("items"), list.items());
        } else if (type instanceof ValueType.RecordOf members) {
            members(schema, members.members());
        } else if (type instanceof ValueType.Tree) {
            schema.put("type", "object");
        } else {
            schema.put("type", "string");
        }
    }
}
