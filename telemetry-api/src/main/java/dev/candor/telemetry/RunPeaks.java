package dev.candor.telemetry;

import java.util.ArrayList;
import java.util.List;

/** The most memory that was seen. Peaks never become smaller. */
final class RunPeaks {
    private final RunMemory memory;
    private final List<Long> gpus = new ArrayList<>();
    private long heap;
    private long resident;

    RunPeaks(RunMemory memory) {
        this.memory = memory;
    }

    void sample() {
        try {
            heap = Math.max(heap, memory.heapBytes());
            resident = Math.max(resident, memory.residentBytes());
            List<Long> now = memory.gpuBytes();
            for (int i = 0; i < now.size(); i++) {
                if (i == gpus.size()) {
                    gpus.add(0L);
                }
                gpus.set(i, Math.max(gpus.get(i), now.get(i)));
            }
        } catch (RuntimeException | LinkageError unreadable) {
            // A source that fails costs its figure, never the run.
            return;
        }
    }

    long heap() {
        return heap;
    }

    long resident() {
        return resident;
    }

    List<Long> gpus() {
        return List.copyOf(gpus);
    }

    /** Sets what is known. */
    void addTo(Event event) {
        if (heap > 0) {
            event.with(RunEvents.PEAK_HEAP, heap);
        }
        if (resident > 0) {
            event.with(RunEvents.PEAK_RESIDENT, resident);
        }
        if (!gpus.isEmpty()) {
            event.with(RunEvents.PEAK_GPU, gpus());
        }
    }
}
