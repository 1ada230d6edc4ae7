package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.internal.redaction.RuntimeValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value into what may be sent of it: a string, number, flag, list or map; or null when it is outside its type.
 *
 * <p>A value of a class that is the application's own is outside every type; see {@link RuntimeValues}.
 */
public final class ValueCheck {
    /** What a word outside its closed set becomes. */
    public static final String OTHER = "other";

    private static final int LONGEST_VERSION = 64;
    private static final int MOST_MEMBERS = 10_000;

    private final Scrubber scrubber;
    private final Losses losses;

    /** Checks with {@code scrubber} for text, trees and hashes; what is sent in part or as {@value #OTHER} is counted. */
    public ValueCheck(Scrubber scrubber, Losses losses) {
        this.scrubber = scrubber;
        this.losses = losses;
    }

    /** Checks one value; null means it is dropped. A list or record drops its wrong members alone. */
    public @Nullable Object check(String name, ValueType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type instanceof ValueType.OneOf set) {
            return value instanceof String word ? checkWord(name, set, word) : null;
        }
        if (type instanceof ValueType.RealNumber bounds) {
            return checkReal(bounds, value);
        }
        if (type instanceof ValueType.WholeNumber bounds) {
            return checkWhole(bounds, value);
        }
        if (type instanceof ValueType.Flag) {
            return value instanceof Boolean ? value : null;
        }
        if (type instanceof ValueType.Elapsed) {
            return value instanceof Duration time && !time.isNegative() ? (Object) seconds(time) : null;
        }
        return value instanceof String text ? checkText(name, type, text) : checkStructure(name, type, value);
    }

    /** Whether {@code value} is a number between the bounds. */
    public static boolean within(ValueType.RealNumber bounds, double value) {
        return value >= bounds.min() && value <= bounds.max() && !Double.isInfinite(value);
    }

    /** Whether {@code value} is between the bounds. */
    public static boolean within(ValueType.WholeNumber bounds, long value) {
        return value >= bounds.min() && value <= bounds.max();
    }

    private String checkWord(String name, ValueType.OneOf set, String word) {
        if (set.values().contains(word)) {
            return word;
        }
        losses.other(name);
        return OTHER;
    }

    private static @Nullable Object checkReal(ValueType.RealNumber bounds, Object value) {
        if (!RuntimeValues.isNumber(value)) {
            return null;
        }
        double number = ((Number) value).doubleValue();
        if (!within(bounds, number)) {
            return null;
        }
        return value instanceof Double ? value : (Object) number;
    }

    private static @Nullable Object checkWhole(ValueType.WholeNumber bounds, Object value) {
        if (value instanceof Long number) {
            return within(bounds, number) ? value : null;
        }
        boolean whole = value instanceof Integer || value instanceof Short || value instanceof Byte;
        if (!whole) {
            return null;
        }
        long number = ((Number) value).longValue();
        return within(bounds, number) ? (Object) number : null;
    }

    private @Nullable Object checkText(String name, ValueType type, String text) {
        if (type instanceof ValueType.Version) {
            return isVersion(text) ? text : null;
        }
        if (type instanceof ValueType.Hash) {
            return scrubber.hash(text);
        }
        if (type instanceof ValueType.Listed listed) {
            if (listed.allowed().allows(text)) {
                return scrubber.text(text);
            }
            losses.other(name);
            return OTHER;
        }
        if (type instanceof ValueType.Text free) {
            String clean = scrubber.text(text);
            if (clean.length() > free.maxLength()) {
                losses.part(name);
            }
            return cut(clean, free.maxLength());
        }
        return checkStructure(name, type, text);
    }

    private @Nullable Object checkStructure(String name, ValueType type, Object value) {
        boolean many = value instanceof Map || value instanceof Iterable;
        if (many && !RuntimeValues.isCollection(value)) {
            return null;
        }
        if (type instanceof ValueType.Tree tree) {
            return scrubber.tree(name, value, tree);
        }
        if (type instanceof ValueType.ListOf listType && value instanceof Iterable<?> items) {
            return checkList(name, listType, items);
        }
        return type instanceof ValueType.RecordOf recordType && value instanceof Map<?, ?> members
                ? checkRecord(recordType, members)
                : null;
    }

    private List<Object> checkList(String name, ValueType.ListOf type, Iterable<?> items) {
        List<Object> kept = new ArrayList<>();
        int seen = 0;
        for (Object item : items) {
            if (seen++ >= type.maxItems()) {
                losses.part(name);
                break;
            }
            Object checked = check(name, type.items(), item);
            if (checked == null) {
                losses.part(name);
            } else {
                kept.add(checked);
            }
        }
        return kept;
    }

    private Map<String, Object> checkRecord(ValueType.RecordOf type, Map<?, ?> members) {
        Map<String, Object> kept = new LinkedHashMap<>();
        Map<String, @Nullable Object> given = named(members);
        for (Attribute<?> member : type.members()) {
            Object value = given.get(member.name());
            Object checked = check(member.name(), member.type(), value);
            if (checked != null) {
                kept.put(member.name(), checked);
            } else if (value != null) {
                losses.part(member.name());
            }
        }
        return kept;
    }

    /** The members by name. A sorted map that is asked for a key asks a comparator, which may be the application's; its iterator does not. */
    private static Map<String, @Nullable Object> named(Map<?, ?> members) {
        Map<String, @Nullable Object> given = new HashMap<>();
        int seen = 0;
        for (Map.Entry<?, ?> each : members.entrySet()) {
            if (each.getKey() instanceof String name) {
                given.put(name, each.getValue());
            }
            if (++seen >= MOST_MEMBERS) {
                break;
            }
        }
        return given;
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / 1e9;
    }

    private static boolean isVersion(String text) {
        if (text.isEmpty() || text.length() > LONGEST_VERSION) {
            return false;
        }
        char first = text.charAt(0);
        boolean starts =
                isDigit(first) || ((first == 'v' || first == 'V') && text.length() > 1 && isDigit(text.charAt(1)));
        for (int i = 1; starts && i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ".-+_".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return starts;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return text.substring(0, end);
    }
}
