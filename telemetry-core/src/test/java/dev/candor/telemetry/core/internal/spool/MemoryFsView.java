package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** One process's sight of the directory. */
final class MemoryFsView implements SpoolFs {
    private final MemoryFs disk;
    private final String process;
    boolean dead;

    MemoryFsView(MemoryFs disk, String process) {
        this.disk = disk;
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
        synchronized (disk) {
            check();
            return disk.files();
        }
    }

    @Override
    public Appender create(String name) throws IOException {
        synchronized (disk) {
            check();
            if (disk.names.containsKey(name)) {
                throw new IOException("the name is taken");
            }
            MemoryFs.Node node = new MemoryFs.Node();
            node.modified = disk.time.wallMillis();
            disk.names.put(name, node);
            return new NodeAppender(node);
        }
    }

    @Override
    public Appender append(String name) throws IOException {
        synchronized (disk) {
            return new NodeAppender(node(name));
        }
    }

    @Override
    public byte[] read(String name, long offset, int count) throws IOException {
        synchronized (disk) {
            byte[] bytes = node(name).bytes;
            int from = (int) Math.min(offset, bytes.length);
            return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + count));
        }
    }

    private MemoryFs.Node node(String name) throws IOException {
        check();
        MemoryFs.Node node = disk.names.get(name);
        if (node == null) {
            throw new IOException("no such file");
        }
        return node;
    }

    @Override
    public long length(String name) {
        synchronized (disk) {
            MemoryFs.Node node = disk.names.get(name);
            return node == null || dead ? 0 : node.bytes.length;
        }
    }

    @Override
    public long modified(String name) {
        synchronized (disk) {
            MemoryFs.Node node = disk.names.get(name);
            return node == null ? 0 : node.modified;
        }
    }

    @Override
    public void touch(String name, long wallMillis) {
        synchronized (disk) {
            MemoryFs.Node node = disk.names.get(name);
            if (node != null && !dead) {
                node.modified = wallMillis;
            }
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        synchronized (disk) {
            MemoryFs.Node node = node(from);
            disk.names.remove(from);
            disk.names.put(to, node);
        }
    }

    @Override
    public boolean renameIfAbsent(String from, String to) throws IOException {
        synchronized (disk) {
            if (disk.names.containsKey(to)) {
                return false;
            }
            rename(from, to);
            return true;
        }
    }

    @Override
    public boolean delete(String name) {
        synchronized (disk) {
            if (!dead) {
                disk.names.remove(name);
            }
            return !dead;
        }
    }

    @Override
    public void syncDirectory() throws IOException {
        synchronized (disk) {
            check();
            disk.durable.clear();
            disk.durable.putAll(disk.names);
        }
    }

    @Override
    public Closeable lock(String name) throws IOException {
        synchronized (disk) {
            check();
            if (!disk.names.containsKey(name)) {
                create(name).close();
            }
            if (disk.locks.containsKey(name)) {
                return null;
            }
            disk.locks.put(name, this);
            return () -> {
                synchronized (disk) {
                    disk.locks.remove(name, this);
                }
            };
        }
    }

    @Override
    public List<String> otherNames(String name) throws IOException {
        synchronized (disk) {
            MemoryFs.Node node = node(name);
            List<String> others = disk.files();
            others.removeIf(other -> other.equals(name) || disk.names.get(other) != node);
            return others;
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

    private final class NodeAppender implements Appender {
        private final MemoryFs.Node node;

        private NodeAppender(MemoryFs.Node node) {
            this.node = node;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            synchronized (disk) {
                check();
                node.append(bytes, offset, count);
                node.modified = disk.time.wallMillis();
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (disk) {
                check();
                node.synced = node.bytes.length;
                String name = MemoryFs.nameOf(disk.names, node);
                if (name != null) {
                    // The journal that holds the file's size holds its name as well.
                    disk.keepName(name, node);
                }
            }
        }

        @Override
        public void close() {
            // nothing is buffered
        }
    }
}
