package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A value type in words, for the document. */
final class TypeText {
    private TypeText() {}

    static String of(ValueType type) {
        if (type instanceof ValueType.OneOf set) {
            return "one of `" + String.join("`, `", new TreeSet<>(set.values()))
                    + "`; anything else is sent as `other`";
        }
        if (type instanceof ValueType.RealNumber bounds) {
            return "a number from " + number(bounds.min()) + " to " + number(bounds.max());
        }
        if (type instanceof ValueType.WholeNumber bounds) {
            return "a whole number from " + bounds.min() + " to " + bounds.max();
        }
        if (type instanceof ValueType.Flag) {
            return "true or false";
        }
        if (type instanceof ValueType.Elapsed) {
            return "a length of time, in seconds";
        }
        if (type instanceof ValueType.Version) {
            return "a version";
        }
        if (type instanceof ValueType.Hash) {
            return "a keyed hash; the key never leaves the machine";
        }
        return structure(type);
    }

    private static String structure(ValueType type) {
        if (type instanceof ValueType.Text text) {
            return "text of at most " + text.maxLength() + " characters, redacted";
        }
        if (type instanceof ValueType.Listed listed) {
            return "a name of a listed organisation ("
                    + listed.allowed().names().size() + " are listed); anything else is sent as `other`";
        }
        if (type instanceof ValueType.ListOf list) {
            return "a list of at most " + list.maxItems() + " values, each " + of(list.items());
        }
        if (type instanceof ValueType.RecordOf members) {
            List<String> parts = new ArrayList<>();
            for (Attribute<?> member : members.members()) {
                parts.add("`" + member.name() + "` (" + of(member.type()) + ")");
            }
            return "a record of " + String.join(", ", parts);
        }
        ValueType.Tree tree = (ValueType.Tree) type;
        return "a configuration of at most " + tree.maxNodes() + " values, redacted by key and by value";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
