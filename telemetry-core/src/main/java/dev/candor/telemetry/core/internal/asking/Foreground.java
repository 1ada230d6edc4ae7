package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.core.internal.context.HostFiles;

/**
 * Whether the process may read its terminal: a job in the background that tries is stopped by the system, for ever if nobody looks.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class Foreground {

    private static final String STAT = "/proc/self/stat";
    private static final int GROUP = 2;
    private static final int TERMINAL_GROUP = 5;

    private Foreground() {}

    /** Whether this process is in its terminal's foreground; taken for granted where the system does not say. */
    static boolean is(HostFiles files) {
        String stat = files.head(STAT, 1024);
        // The second field is the program's name in parentheses, in which anything may stand.
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return true;
        }
        String group = field(stat, name + 2, GROUP);
        String terminalGroup = field(stat, name + 2, TERMINAL_GROUP);
        return terminalGroup.isEmpty() || group.equals(terminalGroup);
    }

    private static String field(String stat, int from, int index) {
        int start = from;
        for (int i = 0; i < index; i++) {
            int space = stat.indexOf(' ', start);
            if (space < 0) {
                return "";
            }
            start = space + 1;
        }
        int end = stat.indexOf(' ', start);
        return stat.substring(Math.min(start, stat.length()), end < 0 ? stat.length() : end);
    }
}
