package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One look at a spool's directory: which files there are, and whose writers and readers are dead.
 *
 * <p>While it is open it holds the locks of the dead, so that one process alone takes over what each of them left.
 */
final class Census implements Closeable {

    /** How long the date of a lock file counts where locks do not work. */
    private static final long LOCKLESS_MILLIS = 24 * 3_600_000L;

    private final Depot depot;
    private final List<String> names;
    private final Map<String, String> lockFiles = new HashMap<>();
    private final Map<String, Boolean> dead = new HashMap<>();
    private final Map<String, Closeable> held = new HashMap<>();
    private final String ownProcess;
    private boolean company;

    Census(Depot depot) throws IOException {
        this.depot = depot;
        this.ownProcess = depot.fs().process();
        this.names = new java.util.ArrayList<>(depot.fs().list());
        Collections.sort(names);
        for (String name : names) {
            if (SegmentName.isLock(name)) {
                lockFiles.put(name.substring(0, SegmentName.TOKEN), name);
            }
        }
        for (String token : List.copyOf(lockFiles.keySet())) {
            company |= !token.equals(depot.identity().token()) && !isDead(token, "");
        }
    }

    /** All names, sorted: segments by age. */
    List<String> names() {
        return names;
    }

    /** Whether another spool is at work here. */
    boolean hasCompany() {
        return company;
    }

    /** Whether whoever wrote or claimed a file will not touch it again. */
    boolean isAbandoned(String file) {
        return isDead(SegmentName.tokenOf(file), file);
    }

    boolean isOwn(String file) {
        return SegmentName.tokenOf(file).equals(depot.identity().token());
    }

    /** Whether a file's date is further away than the lease, on either side. */
    boolean isStale(String file, long leaseMillis) {
        return Math.abs(depot.options().time().wallMillis() - depot.fs().modified(file)) > leaseMillis;
    }

    private boolean isDead(String token, String file) {
        if (token.equals(depot.identity().token())) {
            return false;
        }
        String lockFile = lockFiles.get(token);
        if (lockFile == null) {
            return isStale(file, depot.options().limits().lease().toMillis());
        }
        Boolean known = dead.get(token);
        if (known == null) {
            known = probe(token, lockFile);
            dead.put(token, known);
        }
        return known;
    }

    private boolean probe(String token, String lockFile) {
        if (lockFile.regionMatches(SegmentName.TOKEN + 1, ownProcess, 0, ownProcess.length())) {
            return false;
        }
        try {
            Closeable lock = depot.fs().lock(lockFile);
            if (lock != null) {
                held.put(token, lock);
            }
            return lock != null;
        } catch (IOException noLocks) {
            return isStale(lockFile, LOCKLESS_MILLIS);
        }
    }

    /** Forgets the dead, whose files have been taken over. */
    @Override
    public void close() {
        for (Map.Entry<String, Closeable> each : held.entrySet()) {
            @Nullable String lockFile = lockFiles.get(each.getKey());
            if (lockFile != null) {
                depot.fs().delete(lockFile);
            }
            Presence.close(each.getValue());
        }
        held.clear();
    }
}
