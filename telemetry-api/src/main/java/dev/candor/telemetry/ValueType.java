package dev.candor.telemetry;

import java.util.List;
import java.util.Set;

/**
 * What an attribute's value may be.
 *
 * <p>A value outside its type never leaves: it becomes {@code other} where the type says so, and is dropped and counted elsewhere.
 */
public sealed interface ValueType {

    /** One of a closed set of words; anything else is sent as {@code other}. */
    record OneOf(Set<String> values) implements ValueType {
        /** Copies {@code values}. */
        public OneOf {
            values = Set.copyOf(values);
        }
    }

    /** A real number from {@code min} to {@code max}, both included; NaN and infinities are dropped. */
    record RealNumber(double min, double max) implements ValueType {}

    /** A whole number from {@code min} to {@code max}, both included. */
    record WholeNumber(long min, long max) implements ValueType {}

    /** True or false. */
    record Flag() implements ValueType {}

    /** A length of time, sent in seconds with its fraction; negative ones are dropped. */
    record Elapsed() implements ValueType {}

    /** A version such as {@code 1.4.0-rc1}: at most 64 characters, starting with a digit or {@code v}. */
    record Version() implements ValueType {}

    /** A name that is counted but not known: sent as HMAC-SHA-256 with a random key that never leaves this machine. */
    record Hash() implements ValueType {}

    /** Free text, cut at {@code maxLength} characters and redacted. Only where there is no closed set. */
    record Text(int maxLength) implements ValueType {}

    /**
     * A name of which only listed ones are sent as they are, such as the public organisations of a model hub.
     * The part before the first {@code /} is looked up, without regard to case; anything else is sent as {@code other}.
     */
    record Listed(AllowList allowed) implements ValueType {}

    /** At most {@code maxItems} values of one type. */
    record ListOf(ValueType items, int maxItems) implements ValueType {}

    /** A fixed set of named values; members that are not declared are dropped. */
    record RecordOf(List<Attribute<?>> members) implements ValueType {
        /** Copies {@code members}. */
        public RecordOf {
            members = List.copyOf(members);
        }
    }

    /**
     * A tree of maps, lists and scalars such as a configuration: at most {@code maxDepth} deep, {@code maxNodes} in all,
     * redacted by key and by value. Under {@code listedKeys} a value that {@code allowed} lists is kept where its key would remove it.
     */
    record Tree(int maxDepth, int maxNodes, AllowList allowed, Set<String> listedKeys) implements ValueType {
        /** Copies {@code listedKeys}. */
        public Tree {
            listedKeys = Set.copyOf(listedKeys);
        }
    }
}
