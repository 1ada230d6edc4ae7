package dev.candor.telemetry.core.internal.config;

import java.util.List;

/**
 * A config file as it was found.
 *
 * @param scope whose it is
 * @param place the file
 * @param content what came of reading it
 * @param ownedByUser whether it belongs to the user and not to root
 */
public record ConfigSource(Scope scope, String place, Content content, boolean ownedByUser) {

    /** Its entries; none when it was refused. */
    public List<Entry> entries() {
        return content instanceof Content.Entries entries ? entries.all() : List.of();
    }

    /** Whether it may have been cut off, though what is left can be read. */
    public boolean mayBeCut() {
        return content instanceof Content.Entries entries && !entries.ended();
    }

    /** Whether a value on a line may have been cut off: the file stops within its last line, and it is that. */
    public boolean mayBeCutAt(int line) {
        if (!mayBeCut()) {
            return false;
        }
        int last = 0;
        for (Entry each : entries()) {
            last = Math.max(last, each.line());
        }
        return line >= last;
    }

    /** The file and a line in it, for people. */
    public String at(int line) {
        return line == 0 ? place : place.concat(":").concat(Integer.toString(line));
    }
}
