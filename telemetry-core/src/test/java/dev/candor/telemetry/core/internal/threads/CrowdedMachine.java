package dev.candor.telemetry.core.internal.threads;

import java.util.ArrayList;
import java.util.List;

/** A machine that has no room for the threads that a test names, until it has. */
public final class CrowdedMachine extends DaemonThreads {

    private final List<String> refused = new ArrayList<>();
    private List<String> names;
    private boolean roomy;

    /** No room for threads whose names begin with one of these. */
    public CrowdedMachine(String... names) {
        this.names = List.of(names);
    }

    /** From now on there is no room for threads whose names begin so. */
    public synchronized void fill(String name) {
        names = List.of(name);
        roomy = false;
    }

    /** From now on there is room. */
    public synchronized void makeRoom() {
        roomy = true;
    }

    /** The threads that could not be started so far. */
    public synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    protected void begin(Thread thread) {
        synchronized (this) {
            if (!roomy && names.stream().anyMatch(thread.getName()::startsWith)) {
                refused.add(thread.getName());
                throw new OutOfMemoryError("unable to create native thread");
            }
        }
        super.begin(thread);
    }
}
