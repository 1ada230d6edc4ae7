package dev.candor.telemetry.core.internal.start;

import dev.candor.telemetry.core.internal.route.SipHash;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of variables that full starts have met, as numbers, and whether their values count.
 *
 * <p>It grows from plan to plan, so that two terminals with different variables do not take each other's plan away.
 */
final class NameTable {
    private static final int MOST_NAMES = 2_048;

    private final long key0;
    private final long key1;
    private final SipHash hash;
    private final Map<Long, Boolean> names = new HashMap<>();

    private NameTable(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
        this.hash = new SipHash(key0, key1);
    }

    /** The table of an earlier plan of the same tool; else an empty one under a new key. */
    static NameTable of(byte @Nullable [] earlier, ToolIdentity tool, byte[] seed) {
        SipHash sealed = earlier == null ? null : StartPlan.sealedBy(earlier);
        if (earlier == null || sealed == null) {
            return fresh(seed);
        }
        ByteBuffer in = ByteBuffer.wrap(earlier);
        in.getLong();
        NameTable table = new NameTable(in.getLong(), in.getLong());
        if (in.getLong() != sealed.hash(tool.bytes())) {
            return fresh(seed);
        }
        in.getInt();
        in.getLong();
        for (int slots = in.getInt(); slots > 0; slots--) {
            long each = in.getLong();
            if (each != 0) {
                table.names.put(each & ~SameNames.VALUE_COUNTS, (each & SameNames.VALUE_COUNTS) != 0);
            }
        }
        return table.names.size() > MOST_NAMES ? fresh(seed) : table;
    }

    private static NameTable fresh(byte[] seed) {
        ByteBuffer random = ByteBuffer.wrap(seed);
        return new NameTable(random.getLong(), random.getLong());
    }

    SipHash hash() {
        return hash;
    }

    /** Adds the variables of this run. Of a blank one nobody has looked at the name, so its value counts. */
    void add(AskedMap environment) {
        Set<String> asked = new HashSet<>(environment.asked());
        for (Map.Entry<String, String> each : environment.entrySet()) {
            boolean counts = asked.contains(each.getKey()) || each.getValue().isBlank();
            long number = SameNames.number(each.getKey(), hash);
            names.put(number, counts || Boolean.TRUE.equals(names.get(number)));
        }
    }

    void writeKey(DataOutputStream out) throws IOException {
        out.writeLong(StartPlan.FORMAT);
        out.writeLong(key0);
        out.writeLong(key1);
    }

    void writeTable(DataOutputStream out, AskedMap environment) throws IOException {
        int slots = Integer.highestOneBit(Math.max(4, names.size())) * 4;
        long[] table = new long[slots];
        for (Map.Entry<Long, Boolean> each : names.entrySet()) {
            int slot = (int) (each.getKey() >>> 32) & (slots - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (slots - 1);
            }
            table[slot] = each.getKey() | (each.getValue() ? SameNames.VALUE_COUNTS : 0);
        }
        out.writeInt(slots);
        for (long each : table) {
            out.writeLong(each);
        }
        long sum = 0;
        for (Map.Entry<String, String> each : environment.entrySet()) {
            boolean counts = names.getOrDefault(SameNames.number(each.getKey(), hash), true);
            sum += counts ? SameNames.number(each.getKey(), each.getValue(), hash) : 0;
        }
        out.writeLong(sum);
    }
}
