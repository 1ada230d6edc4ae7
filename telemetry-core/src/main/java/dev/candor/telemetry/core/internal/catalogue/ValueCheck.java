package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a value into what may be sent of it: a string, number, flag, list or map; or null when it is outside its type. */
public final class ValueCheck {
    /** What a word outside its closed set becomes. */
    public static final String OTHER = "other";

    private static final int LONGEST_VERSION = 64;

    private final Scrubber scrubber;

    /** Checks with {@code scrubber} for text, trees and hashes. */
    public ValueCheck(Scrubber scrubber) {
        this.scrubber = scrubber;
    }

    /** Checks one value; null means it is dropped. A list or record drops its wrong members alone. */
    public @Nullable Object check(String name, ValueType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type instanceof ValueType.OneOf set) {
            return value instanceof String word ? (set.values().contains(word) ? word : OTHER) : null;
        }
        if (type instanceof ValueType.RealNumber bounds) {
            return value instanceof Number number && within(bounds, number.doubleValue())
                    ? (Object) number.doubleValue()
                    : null;
        }
        if (type instanceof ValueType.WholeNumber bounds) {
            return isWhole(value) && within(bounds, ((Number) value).longValue())
                    ? (Object) ((Number) value).longValue()
                    : null;
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

    private @Nullable Object checkText(String name, ValueType type, String text) {
        if (type instanceof ValueType.Version) {
            return isVersion(text) ? text : null;
        }
        if (type instanceof ValueType.Hash) {
            return scrubber.hash(text);
        }
        if (type instanceof ValueType.Listed listed) {
            return listed.allowed().allows(text) ? scrubber.text(text) : OTHER;
        }
        if (type instanceof ValueType.Text free) {
            return cut(scrubber.text(text), free.maxLength());
        }
        return checkStructure(name, type, text);
    }

    private @Nullable Object checkStructure(String name, ValueType type, Object value) {
        if (type instanceof ValueType.ListOf listType && value instanceof Iterable<?> items) {
            return checkList(name, listType, items);
        }
        if (type instanceof ValueType.RecordOf recordType && value instanceof Map<?, ?> members) {
            return checkRecord(recordType, members);
        }
        if (type instanceof ValueType.Tree tree) {
            return scrubber.tree(name, value, tree);
        }
        return null;
    }

    private List<Object> checkList(String name, ValueType.ListOf type, Iterable<?> items) {
        List<Object> kept = new ArrayList<>();
        int seen = 0;
        for (Object item : items) {
            if (seen++ >= type.maxItems()) {
                break;
            }
            Object checked = check(name, type.items(), item);
            if (checked != null) {
                kept.add(checked);
            }
        }
        return kept;
    }

    private Map<String, Object> checkRecord(ValueType.RecordOf type, Map<?, ?> members) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Attribute<?> member : type.members()) {
            Object checked = check(member.name(), member.type(), members.get(member.name()));
            if (checked != null) {
                kept.put(member.name(), checked);
            }
        }
        return kept;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
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
