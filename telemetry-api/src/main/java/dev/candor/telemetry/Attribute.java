package dev.candor.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A declared attribute: its name, why it is collected, and what its value may be.
 *
 * <p>Attributes are constants, made once and shared; an event refers to them instead of to strings.
 *
 * @param <T> the Java type that {@link Event#with} takes for it
 */
public final class Attribute<T> {
    private final String name;
    private final ValueType type;
    private final String reason;

    private Attribute(String name, ValueType type, String reason) {
        this.name = Names.checked("attribute", name);
        this.type = Objects.requireNonNull(type);
        this.reason = Objects.requireNonNull(reason);
    }

    /** One word of a closed set. */
    public static Attribute<String> oneOf(String name, String... values) {
        return new Attribute<>(name, new ValueType.OneOf(Set.of(values)), "");
    }

    /** A real number between two bounds, both included. */
    public static Attribute<Double> number(String name, double min, double max) {
        return new Attribute<>(name, new ValueType.RealNumber(min, max), "");
    }

    /** A whole number between two bounds, both included. */
    public static Attribute<Long> wholeNumber(String name, long min, long max) {
        return new Attribute<>(name, new ValueType.WholeNumber(min, max), "");
    }

    /** True or false. */
    public static Attribute<Boolean> flag(String name) {
        return new Attribute<>(name, new ValueType.Flag(), "");
    }

    /** A length of time, sent in seconds. */
    public static Attribute<Duration> elapsed(String name) {
        return new Attribute<>(name, new ValueType.Elapsed(), "");
    }

    /** A version number. */
    public static Attribute<String> version(String name) {
        return new Attribute<>(name, new ValueType.Version(), "");
    }

    /** A name of which only a keyed hash is sent. */
    public static Attribute<String> hash(String name) {
        return new Attribute<>(name, new ValueType.Hash(), "");
    }

    /** Free text of at most {@code maxLength} characters, redacted. */
    public static Attribute<String> text(String name, int maxLength) {
        return new Attribute<>(name, new ValueType.Text(maxLength), "");
    }

    /** A name that is sent only when its organisation is listed. */
    public static Attribute<String> listed(String name, AllowList allowed) {
        return new Attribute<>(name, new ValueType.Listed(allowed), "");
    }

    /** At most {@code maxItems} values of the type of {@code items}, whose own name is not used. */
    public static <E> Attribute<List<E>> listOf(String name, Attribute<E> items, int maxItems) {
        return new Attribute<>(name, new ValueType.ListOf(items.type(), maxItems), "");
    }

    /** A record of named members. */
    public static Attribute<Map<String, ?>> recordOf(String name, Attribute<?>... members) {
        return new Attribute<>(name, new ValueType.RecordOf(List.of(members)), "");
    }

    /** A configuration, redacted by key and by value. */
    public static Attribute<Map<String, ?>> tree(String name, int maxDepth, int maxNodes) {
        return tree(name, maxDepth, maxNodes, AllowList.nothing());
    }

    /** A configuration, redacted by key and by value, in which listed names are kept under the given keys. */
    public static Attribute<Map<String, ?>> tree(
            String name, int maxDepth, int maxNodes, AllowList allowed, String... listedKeys) {
        return new Attribute<>(name, new ValueType.Tree(maxDepth, maxNodes, allowed, Set.of(listedKeys)), "");
    }

    /** The same attribute with the reason for which it is collected, as the catalogue prints it. */
    public Attribute<T> because(String why) {
        return new Attribute<>(name, type, why);
    }

    /** The name under which it is sent. */
    public String name() {
        return name;
    }

    /** What its value may be. */
    public ValueType type() {
        return type;
    }

    /** Why it is collected; may be empty. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return name;
    }
}
