package dev.candor.telemetry.core.internal.redaction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Which values are read at all: those whose classes are the Java runtime's own.
 *
 * <p>An application's class may block, record an event or never end in whatever it is asked, and nothing can take a
 * thread back from it. So its code is not called: neither a number's {@code doubleValue} nor a collection's iterator.
 */
public final class RuntimeValues {

    private RuntimeValues() {}

    /** Whether this is one of the runtime's numbers. */
    public static boolean isNumber(Object value) {
        return value instanceof Double
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value.getClass() == BigDecimal.class
                || value.getClass() == BigInteger.class;
    }

    /**
     * Whether this, which is a map or can be iterated over, is one of the runtime's collections or a view of one, and of
     * a kind that waits for nobody.
     */
    public static boolean isCollection(Object value) {
        Class<?> type = value.getClass();
        return type.getClassLoader() == null
                && type.getName().startsWith("java.util.")
                && !isLocked(type)
                && !asksToBeSorted(value);
    }

    /**
     * Whether iterating may compare. These maps themselves go from entry to entry; a part of one, and a set that may stand for such a
     * part, looks for its ends by a comparator, or by what the application's keys say of each other.
     */
    private static boolean asksToBeSorted(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof SortedMap) {
            return type != TreeMap.class && type != ConcurrentSkipListMap.class;
        }
        return value instanceof SortedSet<?> set && !isTheRuntimes(set.comparator());
    }

    private static boolean isTheRuntimes(@Nullable Comparator<?> comparator) {
        return comparator == null
                || String.CASE_INSENSITIVE_ORDER.equals(comparator)
                || Collections.reverseOrder().equals(comparator);
    }

    // These wait for a lock that anybody may hold, for as long as they like.
    private static boolean isLocked(Class<?> type) {
        return type == Vector.class
                || type == Stack.class
                || type == Hashtable.class
                || type.getName().startsWith("java.util.Collections$Synchronized");
    }
}
