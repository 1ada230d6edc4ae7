package dev.candor.telemetry.core.internal.start;

import dev.candor.telemetry.core.internal.route.SipHash;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares variables and properties with those of an earlier run.
 *
 * <p>Of a variable that nobody asked for only the name counts: it may have been looked at as a misspelt one, and was found to be none. One
 * that was never there before is in doubt.
 */
final class SameNames {
    private SameNames() {}

    /** The number of a name in the table, even and never 0; with {@link #VALUE_COUNTS} added where its value counts. */
    static long number(String name, SipHash hash) {
        long number = hash.hash(StartPlan.bytes(name)) & ~VALUE_COUNTS;
        return number == 0 ? 2 : number;
    }

    static final long VALUE_COUNTS = 1;

    /** The number of a name with its value; 0 for one that is not there. */
    static long number(String name, @Nullable String value, SipHash hash) {
        return value == null ? 0 : hash.hash(StartPlan.bytes(name.concat("\0").concat(value))) | 1;
    }

    /** Looks a name's entry up in a table of {@code slots} entries, a power of two; 0 when it is not there. */
    static long find(ByteBuffer in, int table, int slots, long number) {
        int slot = (int) (number >>> 32) & (slots - 1);
        for (int tried = 0; tried < slots; tried++) {
            long there = in.getLong(table + Long.BYTES * slot);
            if (there == 0 || (there & ~VALUE_COUNTS) == number) {
                return there;
            }
            slot = (slot + 1) & (slots - 1);
        }
        return 0;
    }

    static boolean variables(ByteBuffer in, SipHash hash, Map<String, String> environment) {
        int slots = in.getInt();
        int table = in.position();
        in.position(table + Long.BYTES * slots);
        long sum = 0;
        // Over the names, since the entries of the process's own variables cost three more classes.
        for (String name : environment.keySet()) {
            long there = find(in, table, slots, number(name, hash));
            if (there == 0) {
                return false;
            }
            if ((there & VALUE_COUNTS) != 0) {
                sum += number(name, environment.get(name), hash);
            }
        }
        return sum == in.getLong();
    }

    static boolean properties(ByteBuffer in, SipHash hash, Map<String, String> properties, String tool) {
        if (speaksOf(tool, properties)) {
            return false;
        }
        for (int count = in.getInt(); count > 0; count--) {
            String name = StartPlan.text(in);
            if (number(name, properties.get(name), hash) != in.getLong()) {
                return false;
            }
        }
        return true;
    }

    /** Whether any property is the tool's own, rightly spelt or not. */
    static boolean speaksOf(String tool, Map<String, String> properties) {
        String start = tool.concat(".");
        for (String name : properties.keySet()) {
            if (name.regionMatches(true, 0, start, 0, start.length())) {
                return true;
            }
        }
        return false;
    }
}
