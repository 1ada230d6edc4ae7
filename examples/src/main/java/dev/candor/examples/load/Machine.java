package dev.candor.examples.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What processor time the machine has used, and what of it this program and those that it has waited for, as Linux counts both.
 *
 * <p>A comparison beside other programs is worth less; what they took meanwhile is printed with it.
 *
 * @param busySeconds by anybody, on all processors
 * @param ownSeconds by this program and those that it started, once they have ended
 */
record Machine(double busySeconds, double ownSeconds) {
    private static final double TICKS_PER_SECOND = 100;
    private static final Path EVERYBODY = Path.of("/proc/stat");
    private static final Path THIS_PROGRAM = Path.of("/proc/self/stat");

    /** Fields of {@code /proc/stat}: time with nothing to do, also while a disk is waited for. */
    private static final List<Integer> IDLE = List.of(4, 5);

    private static final int LAST_BUSY = 8;

    /** Fields of {@code /proc/self/stat} after the program's name: its time as a user and as system, and that of its children. */
    private static final int FIRST_OWN = 12;

    private static final int LAST_OWN = 15;

    /** As of now; not a number where the system does not tell. */
    static Machine now() {
        try {
            return of(Files.readString(EVERYBODY), Files.readString(THIS_PROGRAM));
        } catch (IOException notLinux) {
            return new Machine(Double.NaN, Double.NaN);
        }
    }

    static Machine of(String everybody, String thisProgram) {
        String[] all = everybody.lines().findFirst().orElse("").split(" +", -1);
        double busy = 0;
        for (int i = 1; i <= LAST_BUSY; i++) {
            busy += IDLE.contains(i) ? 0 : Double.parseDouble(all[i]);
        }
        // The name may hold spaces and brackets.
        String[] own = thisProgram.substring(thisProgram.lastIndexOf(')') + 1).split(" +", -1);
        double used = 0;
        for (int i = FIRST_OWN; i <= LAST_OWN; i++) {
            used += Double.parseDouble(own[i]);
        }
        return new Machine(busy / TICKS_PER_SECOND, used / TICKS_PER_SECOND);
    }

    /** What others than this program have used since {@code earlier}, in seconds. */
    double othersSince(Machine earlier) {
        return busySeconds - earlier.busySeconds - (ownSeconds - earlier.ownSeconds);
    }
}
