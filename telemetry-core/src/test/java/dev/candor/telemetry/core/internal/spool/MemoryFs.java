package dev.candor.telemetry.core.internal.spool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A directory in memory that can lose power.
 *
 * <p>Until a file is synced any of its unsynced bytes may be lost, or turn to zeroes or to rubbish. Until the directory
 * is synced each creation, rename and deletion may be lost, whatever came later; a sync of a file keeps it under the name
 * that it has then, as journalling file systems do. Each process has its own {@linkplain #view view}.
 */
final class MemoryFs {

    final Map<String, Node> names = new TreeMap<>();
    final Map<String, Node> durable = new TreeMap<>();
    final Map<String, MemoryFsView> locks = new HashMap<>();
    final Time time;
    private int processes;

    MemoryFs(Time time) {
        this.time = time;
    }

    static final class Node {
        byte[] bytes = new byte[0];
        int synced;
        long modified;

        void append(byte[] more, int offset, int count) {
            int length = bytes.length;
            bytes = Arrays.copyOf(bytes, length + count);
            System.arraycopy(more, offset, bytes, length, count);
        }
    }

    /** The same directory, for another process. */
    synchronized MemoryFsView view() {
        return new MemoryFsView(this, "p" + processes++);
    }

    /** The process of a view is killed: its locks are gone, and it can do nothing more. */
    synchronized void kill(MemoryFsView view) {
        view.dead = true;
        locks.values().remove(view);
    }

    /** What is there when the power comes back. */
    synchronized MemoryFs afterPowerLoss(Random random) {
        Map<String, Node> survivors = new TreeMap<>();
        List<Node> moved = new ArrayList<>();
        Set<Node> nodes = new LinkedHashSet<>(names.values());
        nodes.addAll(durable.values());
        for (Node node : nodes) {
            String now = nameOf(names, node);
            String before = nameOf(durable, node);
            if (now != null && (now.equals(before) || random.nextBoolean())) {
                survivors.put(now, node);
            } else if (before != null) {
                moved.add(node);
            }
        }
        for (Node node : moved) {
            // Its old name, unless somebody else has that now: changes of one name keep their order. A rename is one
            // step, so then it has its new name.
            String name = nameOf(durable, node);
            name = survivors.containsKey(name) ? nameOf(names, node) : name;
            if (name != null) {
                survivors.put(name, node);
            }
        }
        MemoryFs after = new MemoryFs(time);
        after.processes = processes;
        survivors.forEach((name, node) -> after.keep(name, torn(node, random)));
        return after;
    }

    /** A file keeps this name, and whoever had it before the one that it was given since: changes of one name keep their order. */
    synchronized void keepName(String name, Node node) {
        durable.values().remove(node);
        Node before = durable.put(name, node);
        String now = before == null ? null : nameOf(names, before);
        if (now != null) {
            keepName(now, before);
        }
    }

    private void keep(String name, Node node) {
        names.put(name, node);
        durable.put(name, node);
    }

    static @Nullable String nameOf(Map<String, Node> among, Node node) {
        for (Map.Entry<String, Node> each : among.entrySet()) {
            if (each.getValue() == node) {
                return each.getKey();
            }
        }
        return null;
    }

    private static Node torn(Node node, Random random) {
        Node copy = new Node();
        copy.modified = node.modified;
        int unsynced = node.bytes.length - node.synced;
        int length = node.synced + (unsynced == 0 ? 0 : random.nextInt(unsynced + 1));
        copy.bytes = Arrays.copyOf(node.bytes, length);
        if (length > node.synced && random.nextBoolean()) {
            int from = node.synced + random.nextInt(length - node.synced);
            int to = from + random.nextInt(length - from + 1);
            boolean zeroes = random.nextBoolean();
            for (int i = from; i < to; i++) {
                copy.bytes[i] = zeroes ? 0 : (byte) random.nextInt();
            }
        }
        copy.synced = length;
        return copy;
    }

    synchronized byte[] content(String name) {
        return names.get(name).bytes.clone();
    }

    /** A second name for a file. */
    synchronized void link(String from, String to) {
        names.put(to, names.get(from));
        durable.put(to, names.get(from));
    }

    synchronized void put(String name, byte[] bytes) {
        Node node = new Node();
        node.bytes = bytes.clone();
        node.synced = bytes.length;
        node.modified = time.wallMillis();
        names.put(name, node);
        durable.put(name, node);
    }

    synchronized List<String> files() {
        return new ArrayList<>(names.keySet());
    }
}
