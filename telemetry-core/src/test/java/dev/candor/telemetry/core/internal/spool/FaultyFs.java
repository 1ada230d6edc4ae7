package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directory whose operations fail when a test says so. */
final class FaultyFs implements SpoolFs {

    /** Which operation is about to happen. */
    enum Operation {
        PREPARE,
        LIST,
        CREATE,
        OPEN,
        READ,
        WRITE,
        SYNC,
        RENAME,
        DELETE,
        SYNC_DIRECTORY,
        LOCK
    }

    /** Decides for each operation. */
    interface Faults {
        /** Bytes that a write may still take; negative to let it be, and 0 to fail it whole. */
        int before(Operation operation, String name) throws IOException;
    }

    private final SpoolFs real;
    private volatile Faults faults = (operation, name) -> -1;

    FaultyFs(SpoolFs real) {
        this.real = real;
    }

    void faults(Faults next) {
        faults = next;
    }

    void heal() {
        faults = (operation, name) -> -1;
    }

    private void check(Operation operation, String name) throws IOException {
        faults.before(operation, name);
    }

    @Override
    public boolean prepare(boolean create, boolean thorough) throws IOException {
        check(Operation.PREPARE, "");
        return real.prepare(create, thorough);
    }

    @Override
    public List<String> list() throws IOException {
        check(Operation.LIST, "");
        return real.list();
    }

    @Override
    public Appender create(String name) throws IOException {
        check(Operation.CREATE, name);
        return new FaultyAppender(real.create(name), name);
    }

    @Override
    public Appender append(String name) throws IOException {
        check(Operation.OPEN, name);
        return new FaultyAppender(real.append(name), name);
    }

    @Override
    public byte[] read(String name, long offset, int count) throws IOException {
        check(Operation.READ, name);
        return real.read(name, offset, count);
    }

    @Override
    public long length(String name) {
        return real.length(name);
    }

    @Override
    public long modified(String name) {
        return real.modified(name);
    }

    @Override
    public void touch(String name, long wallMillis) {
        real.touch(name, wallMillis);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        check(Operation.RENAME, from);
        real.rename(from, to);
    }

    @Override
    public boolean renameIfAbsent(String from, String to) throws IOException {
        check(Operation.RENAME, from);
        return real.renameIfAbsent(from, to);
    }

    @Override
    public boolean delete(String name) {
        try {
            check(Operation.DELETE, name);
        } catch (IOException failed) {
            return false;
        }
        return real.delete(name);
    }

    @Override
    public void syncDirectory() throws IOException {
        check(Operation.SYNC_DIRECTORY, "");
        real.syncDirectory();
    }

    @Override
    public @Nullable Closeable lock(String name) throws IOException {
        check(Operation.LOCK, name);
        return real.lock(name);
    }

    @Override
    public List<String> otherNames(String name) throws IOException {
        return real.otherNames(name);
    }

    @Override
    public boolean renamesOpenFiles() {
        return real.renamesOpenFiles();
    }

    @Override
    public Closeable createLocked(String name) throws IOException {
        check(Operation.LOCK, name);
        return real.createLocked(name);
    }

    @Override
    public String process() {
        return real.process();
    }

    private final class FaultyAppender implements Appender {
        private final Appender real;
        private final String name;

        private FaultyAppender(Appender real, String name) {
            this.real = real;
            this.name = name;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int allowed = faults.before(Operation.WRITE, name);
            if (allowed < 0 || allowed >= count) {
                real.write(bytes, offset, count);
                return;
            }
            real.write(bytes, offset, allowed);
            throw new IOException("No space left on device");
        }

        @Override
        public void sync() throws IOException {
            check(Operation.SYNC, name);
            real.sync();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
