package dev.candor.telemetry;

import java.util.List;

/** Where {@link RunMetrics} reads how much memory is in use, in bytes; 0 where it cannot be told. */
public interface RunMemory {

    /** Heap that is in use. */
    long heapBytes();

    /** Resident memory of the process. */
    long residentBytes();

    /** Memory in use on each GPU, in the order of the devices; empty where there is none. */
    default List<Long> gpuBytes() {
        return List.of();
    }

    /** This process: its heap, and on Linux its resident memory. Java does not tell the memory of GPUs. */
    static RunMemory ofProcess() {
        return new ProcessMemory();
    }
}
