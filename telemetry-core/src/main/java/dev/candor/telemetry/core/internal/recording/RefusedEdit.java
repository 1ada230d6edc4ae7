package dev.candor.telemetry.core.internal.recording;

import java.io.IOException;

/** A file that is better left alone; the message says to people why. */
final class RefusedEdit extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedEdit(String reason) {
        super(reason);
    }
}
