package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.IOException;
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

    private final Map<String, Node> names = new TreeMap<>();
    private final Map<String, Node> durable = new TreeMap<>();
    private final Map<String, View> locks = new HashMap<>();
    private final Time time;
    private int processes;

    MemoryFs(Time time) {
        this.time = time;
    }

    private static final class Node {
        private byte[] bytes = new byte[0];
        private int synced;
        private long modified;

        private void append(byte[] more, int offset, int count) {
            int length = bytes.length;
            bytes = Arrays.copyOf(bytes, length + count);
            System.arraycopy(more, offset, bytes, length, count);
        }
    }

    /** The same directory, for another process. */
    synchronized View view() {
        return new View("p" + processes++);
    }

    /** The process of a view is killed: its locks are gone, and it can do nothing more. */
    synchronized void kill(View view) {
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

    private void keep(String name, Node node) {
        names.put(name, node);
        durable.put(name, node);
    }

    private static @Nullable String nameOf(Map<String, Node> among, Node node) {
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

    /** One process's sight of the directory. */
    final class View implements SpoolFs {
        private final String process;
        private boolean dead;

        private View(String process) {
            this.process = process;
        }

        private void check() throws IOException {
            if (dead) {
                throw new IOException("this process is dead");
            }
        }

        @Override
        public boolean prepare(boolean create, boolean thorough) throws IOException {
            check();
            return true;
        }

        @Override
        public List<String> list() throws IOException {
            synchronized (MemoryFs.this) {
                check();
                return files();
            }
        }

        @Override
        public Appender create(String name) throws IOException {
            synchronized (MemoryFs.this) {
                check();
                if (names.containsKey(name)) {
                    throw new IOException("the name is taken");
                }
                Node node = new Node();
                node.modified = time.wallMillis();
                names.put(name, node);
                return new NodeAppender(this, node);
            }
        }

        @Override
        public Appender append(String name) throws IOException {
            synchronized (MemoryFs.this) {
                return new NodeAppender(this, node(name));
            }
        }

        @Override
        public byte[] read(String name, long offset, int count) throws IOException {
            synchronized (MemoryFs.this) {
                byte[] bytes = node(name).bytes;
                int from = (int) Math.min(offset, bytes.length);
                return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + count));
            }
        }

        private Node node(String name) throws IOException {
            check();
            Node node = names.get(name);
            if (node == null) {
                throw new IOException("no such file");
            }
            return node;
        }

        @Override
        public long length(String name) {
            synchronized (MemoryFs.this) {
                Node node = names.get(name);
                return node == null || dead ? 0 : node.bytes.length;
            }
        }

        @Override
        public long modified(String name) {
            synchronized (MemoryFs.this) {
                Node node = names.get(name);
                return node == null ? 0 : node.modified;
            }
        }

        @Override
        public void touch(String name, long wallMillis) {
            synchronized (MemoryFs.this) {
                Node node = names.get(name);
                if (node != null && !dead) {
                    node.modified = wallMillis;
                }
            }
        }

        @Override
        public void rename(String from, String to) throws IOException {
            synchronized (MemoryFs.this) {
                Node node = node(from);
                names.remove(from);
                names.put(to, node);
            }
        }

        @Override
        public boolean renameIfAbsent(String from, String to) throws IOException {
            synchronized (MemoryFs.this) {
                if (names.containsKey(to)) {
                    return false;
                }
                rename(from, to);
                return true;
            }
        }

        @Override
        public boolean delete(String name) {
            synchronized (MemoryFs.this) {
                if (!dead) {
                    names.remove(name);
                }
                return !dead;
            }
        }

        @Override
        public void syncDirectory() throws IOException {
            synchronized (MemoryFs.this) {
                check();
                durable.clear();
                durable.putAll(names);
            }
        }

        @Override
        public Closeable lock(String name) throws IOException {
            synchronized (MemoryFs.this) {
                check();
                if (!names.containsKey(name)) {
                    create(name).close();
                }
                if (locks.containsKey(name)) {
                    return null;
                }
                locks.put(name, this);
                return () -> {
                    synchronized (MemoryFs.this) {
                        locks.remove(name, this);
                    }
                };
            }
        }

        @Override
        public boolean renamesOpenFiles() {
            return true;
        }

        @Override
        public Closeable createLocked(String name) throws IOException {
            return lock(name);
        }

        @Override
        public String process() {
            return process;
        }
    }

    private final class NodeAppender implements SpoolFs.Appender {
        private final View view;
        private final Node node;

        private NodeAppender(View view, Node node) {
            this.view = view;
            this.node = node;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            synchronized (MemoryFs.this) {
                view.check();
                node.append(bytes, offset, count);
                node.modified = time.wallMillis();
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (MemoryFs.this) {
                view.check();
                node.synced = node.bytes.length;
                String name = nameOf(names, node);
                if (name != null) {
                    // The journal that holds the file's size holds its name as well.
                    durable.values().remove(node);
                    durable.put(name, node);
                }
            }
        }

        @Override
        public void close() {
            // nothing is buffered
        }
    }
}
