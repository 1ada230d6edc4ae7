package dev.candor.examples.loader;

import java.io.PrintStream;

/** One line for each step on standard error: redrawn on a terminal, written once elsewhere. */
final class Progress {
    private static final int REDRAW = 50;

    private final PrintStream err;
    private final boolean terminal;

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    void at(String step, int done) {
        if (terminal && done % REDRAW == 0) {
            err.print("\r" + step + " " + done);
            err.flush();
        }
    }

    void finished(String step, String result) {
        err.println((terminal ? "\r" : "") + step + "  " + result);
    }
}
