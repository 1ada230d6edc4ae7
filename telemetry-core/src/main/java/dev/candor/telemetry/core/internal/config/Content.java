package dev.candor.telemetry.core.internal.config;

import java.util.List;

/** What came of reading a config file. */
public sealed interface Content {

    /**
     * The file was read whole.
     *
     * @param all its keys
     * @param ended whether it ends as files do; one that stops within a line may have been cut off
     */
    record Entries(List<Entry> all, boolean ended) implements Content {
        /** Copies the entries. */
        public Entries {
            all = List.copyOf(all);
        }
    }

    /** There is no such file, which matters only where one is remembered. */
    record Missing() implements Content {}

    /**
     * The file is in doubt, so nothing in it counts and it counts as no.
     *
     * @param problem for people
     * @param line from 1; 0 for the file as a whole
     */
    record Refused(String problem, int line) implements Content {}
}
