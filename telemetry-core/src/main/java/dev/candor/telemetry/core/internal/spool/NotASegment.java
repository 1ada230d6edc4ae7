package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;

/** A file with a segment's name and something else in it. */
final class NotASegment extends IOException {

    private static final long serialVersionUID = 1;

    /** What to do with it. */
    enum Kind {
        /** No frame ever got into it: to be deleted. */
        EMPTY,
        /** A newer or older version's: to be left to that version. */
        OTHER_VERSION,
        /** Nothing in it can be read: to be kept for a look. */
        DAMAGED
    }

    final Kind kind;

    NotASegment(Kind kind) {
        super("not a segment: " + kind);
        this.kind = kind;
    }
}
