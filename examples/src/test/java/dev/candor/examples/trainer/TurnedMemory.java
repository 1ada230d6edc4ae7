package dev.candor.examples.trainer;

import dev.candor.telemetry.RunMemory;
import java.util.List;

/** A memory that a test fills. */
final class TurnedMemory implements RunMemory {
    long heap;
    boolean broken;
    List<Long> gpus = List.of();

    @Override
    public long heapBytes() {
        if (broken) {
            throw new IllegalStateException("no memory to read");
        }
        return heap;
    }

    @Override
    public long residentBytes() {
        return 0;
    }

    @Override
    public List<Long> gpuBytes() {
        return gpus;
    }
}
