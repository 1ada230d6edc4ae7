package dev.candor.telemetry.core.internal.redaction;

import dev.candor.telemetry.core.internal.redaction.TreeRules.Ruling;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One copy of one tree, within bounds; used once. */
final class TreeRedaction {

    static final int DEEPEST = 32;
    static final int MOST_VALUES = 10_000;
    static final int MOST_CHARACTERS = 1024 * 1024;
    private static final int LONGEST_NUMBER = 1024;

    private final Redactor redactor;
    private final TreeRules rules;
    private final Set<Object> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;
    private long characters;

    TreeRedaction(Redactor redactor, TreeRules rules) {
        this.redactor = redactor;
        this.rules = rules;
    }

    @Nullable
    Object redact(String key, @Nullable Object value) {
        return copy(key, value, rules.under(Ruling.OPEN, key), 0);
    }

    private @Nullable Object copy(String key, @Nullable Object value, Ruling ruling, int depth) {
        if (++values > MOST_VALUES || characters > MOST_CHARACTERS) {
            return Placeholder.CUT.text();
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value.getClass().isArray()) {
            return branch(key, value, ruling, depth);
        }
        if (value instanceof Map || value instanceof Collection) {
            return RuntimeValues.isCollection(value) ? branch(key, value, ruling, depth) : Placeholder.OBJECT.text();
        }
        if (value instanceof Number number) {
            return ruling == Ruling.SECRET ? Placeholder.SECRET.text() : number(number);
        }
        return string(key, text(value), ruling);
    }

    private Object branch(String key, Object value, Ruling ruling, int depth) {
        if (depth >= DEEPEST || !above.add(value)) {
            return Placeholder.CUT.text();
        }
        try {
            if (value instanceof Map<?, ?> map) {
                return map(map, ruling, depth);
            }
            Collection<?> many = value instanceof Collection<?> all ? all : ArrayView.of(value, MOST_VALUES);
            return many == null ? Placeholder.OBJECT.text() : list(key, many, ruling, depth);
        } catch (RuntimeException | LinkageError | StackOverflowError hostile) {
            redactor.countFailure();
            return Placeholder.UNSCANNABLE.text();
        } finally {
            above.remove(value);
        }
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map, Ruling ruling, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (values > MOST_VALUES) {
                break;
            }
            String name = each.getKey() == null ? "null" : text(each.getKey());
            Object value = copy(name, each.getValue(), rules.under(ruling, name), depth + 1);
            copy.put(unused(copy, redact(name)), value);
        }
        return copy;
    }

    /** Two keys that became the same placeholder are still two. */
    private static String unused(Map<String, @Nullable Object> copy, String name) {
        String free = name;
        for (int i = 2; copy.containsKey(free); i++) {
            free = name + '#' + i;
        }
        return free;
    }

    private List<@Nullable Object> list(String key, Collection<?> many, Ruling ruling, int depth) {
        List<@Nullable Object> copy = new ArrayList<>();
        for (Object each : many) {
            if (values > MOST_VALUES) {
                copy.add(Placeholder.CUT.text());
                break;
            }
            copy.add(copy(key, each, ruling, depth + 1));
        }
        return copy;
    }

    private String string(String key, String text, Ruling ruling) {
        if (ruling == Ruling.OPEN || (ruling == Ruling.PATH && rules.exempts(key, text))) {
            return redact(text);
        }
        return ruling == Ruling.PATH ? Placeholder.PATH.text() : Placeholder.SECRET.text();
    }

    private String redact(String text) {
        characters += text.length();
        return redactor.redact(text);
    }

    /** The text of a value whose class is known to give it without running anybody's code. */
    private static String text(Object value) {
        if (value instanceof String
                || value instanceof Character
                || value instanceof UUID
                || value instanceof URI
                || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        boolean time =
                value instanceof TemporalAccessor && value.getClass().getName().startsWith("java.time.");
        if (time || value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return Placeholder.OBJECT.text();
    }

    private static Object number(Number number) {
        if (number.getClass() == BigDecimal.class) {
            BigDecimal decimal = (BigDecimal) number;
            return Math.abs((long) decimal.scale()) > LONGEST_NUMBER
                            || decimal.unscaledValue().bitLength() > LONGEST_NUMBER
                    ? Placeholder.CUT.text()
                    : number;
        }
        if (number.getClass() == BigInteger.class) {
            return ((BigInteger) number).bitLength() > LONGEST_NUMBER ? Placeholder.CUT.text() : number;
        }
        return RuntimeValues.isNumber(number) ? number : Placeholder.OBJECT.text();
    }
}
