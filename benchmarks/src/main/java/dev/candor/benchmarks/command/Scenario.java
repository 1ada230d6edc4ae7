package dev.candor.benchmarks.command;

import java.util.List;

/**
 * One way in which the short command is run.
 *
 * @param name for the report
 * @param budgetMillis the budget over an empty main; not a number for what has none and is reported apart
 * @param events how many it records
 * @param setting what it finds
 */
record Scenario(String name, double budgetMillis, int events, Setting setting) {

    private static final double NONE = Double.NaN;

    /** What the command finds around itself. */
    enum Setting {
        /** A recorded yes, a TOML config, and a receiver that answers. */
        ANSWERS,
        /** The same with a YAML config. */
        YAML,
        /** A receiver that answers after two seconds. */
        SLOW,
        /** Nobody listens. */
        DEAD,
        /** A receiver whose name nobody knows. */
        NAMELESS,
        /** {@code DO_NOT_TRACK=1}. */
        DENIED_BY_ENVIRONMENT,
        /** A no in the user's config. */
        DENIED_BY_FILE,
        /** Nobody listens, and much waits already. */
        WAITING,
        /** A config that changed since the last run. */
        CHANGED_CONFIG,
        /** A home in which not even root can write; the yes is in the environment. */
        READ_ONLY,
        /** A recorded yes on a file system without room. */
        FULL_DISK,
        /** A receiver that answers, and an upload that is due: each run starts one. */
        UPLOAD;

        /** Whether the command may record; where the disk is full it may, but what becomes of it is not this harness's matter. */
        boolean denied() {
            return this == DENIED_BY_ENVIRONMENT || this == DENIED_BY_FILE;
        }
    }

    /** All that are measured. */
    static List<Scenario> all() {
        return List.of(
                new Scenario("one event, the server answers", 10, 1, Setting.ANSWERS),
                new Scenario("one event, YAML config", 10, 1, Setting.YAML),
                new Scenario("ten events, the server answers", 12, 10, Setting.ANSWERS),
                new Scenario("one event, the server answers after 2 s", 10, 1, Setting.SLOW),
                new Scenario("one event, nobody listens", 10, 1, Setting.DEAD),
                new Scenario("one event, the receiver's name resolves to nothing", 10, 1, Setting.NAMELESS),
                new Scenario("one event, 40,000 wait already", 10, 1, Setting.WAITING),
                new Scenario("one event, the home cannot be written", 10, 1, Setting.READ_ONLY),
                new Scenario("one event, the disk is full", 10, 1, Setting.FULL_DISK),
                new Scenario("denied by DO_NOT_TRACK", 3, 1, Setting.DENIED_BY_ENVIRONMENT),
                new Scenario("denied by the user's config file", 10, 1, Setting.DENIED_BY_FILE),
                new Scenario("first run after a config change", NONE, 1, Setting.CHANGED_CONFIG),
                new Scenario("the run that starts a detached upload", 40, 1, Setting.UPLOAD));
    }
}
