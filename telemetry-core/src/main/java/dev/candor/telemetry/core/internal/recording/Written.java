package dev.candor.telemetry.core.internal.recording;

/**
 * A value to be written.
 *
 * @param value the answer
 * @param note what a comment beside it says, so that it can be told from what people wrote; empty for none
 */
record Written(boolean value, String note) {

    /** What marks a no that was written into a project by {@code telemetry off} or {@code --disable-telemetry}. */
    static final String BY_OFF = "# by telemetry off";

    /** The same where the key was there before, with a yes. */
    static final String WAS_YES = BY_OFF + ", was true";

    static Written plain(boolean value) {
        return new Written(value, "");
    }

    String text() {
        return Boolean.toString(value);
    }

    /** The value with its comment behind it. */
    String withNote() {
        return note.isEmpty() ? text() : text() + " " + note;
    }
}
