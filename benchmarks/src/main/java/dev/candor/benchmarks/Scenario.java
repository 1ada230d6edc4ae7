package dev.candor.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * One way in which the short command is run.
 *
 * @param name for the report
 * @param budgetMillis the budget over an empty main; 0 where there is none
 * @param events how many it records
 * @param accepted how many of them must be accepted
 * @param variables environment variables, as {@code NAME=value}
 * @param config its user config file; empty for none
 * @param home which home it gets
 * @param delivery whether a server answers, and whether the run delivers
 */
record Scenario(
        String name,
        int budgetMillis,
        int events,
        int accepted,
        List<String> variables,
        String config,
        HomeKind home,
        Delivery delivery) {
    private static final String CONFIG = "[runtime]\nlog_level = \"warn\"\n";
    private static final String DENIED = "[runtime]\nbenchtool_telemetry = false\n";

    /** Copies {@code variables}. */
    Scenario {
        variables = List.copyOf(variables);
    }

    /** Where the command finds its home. */
    enum HomeKind {
        /** A folder of its own with a recorded yes. */
        RECORDED,
        /** A place in which not even root can write; the yes is in the environment. */
        READ_ONLY,
        /** A full file system that whoever measures has made. */
        FULL
    }

    /** What becomes of the events. */
    enum Delivery {
        /** Nobody answers, and the run starts no upload. */
        DEAD,
        /** The receiver answers, and the run starts no upload. */
        ANSWERS,
        /** The receiver answers (where nobody does, no upload is started), and each run starts a detached upload. */
        UPLOAD
    }

    /** All that are measured; {@code withFull} where there is a full file system. */
    static List<Scenario> all(boolean withFull) {
        List<Scenario> all = new ArrayList<>(List.of(
                recorded("one event, the server answers", 10, 1, Delivery.ANSWERS),
                recorded("ten events, the server answers", 12, 10, Delivery.ANSWERS),
                recorded("one event, nobody listens", 10, 1, Delivery.DEAD),
                denied("denied by DO_NOT_TRACK", 3, List.of("DO_NOT_TRACK=1"), CONFIG),
                denied("denied by the user's config file", 10, List.of(), DENIED),
                new Scenario(
                        "one event, the home cannot be written",
                        10,
                        1,
                        1,
                        List.of("BENCHTOOL_ENABLE_TELEMETRY=true"),
                        "",
                        HomeKind.READ_ONLY,
                        Delivery.DEAD),
                recorded("one event, and a detached upload is started", 40, 1, Delivery.UPLOAD)));
        if (withFull) {
            all.add(new Scenario(
                    "one event, the disk is full",
                    10,
                    1,
                    1,
                    List.of("BENCHTOOL_ENABLE_TELEMETRY=true"),
                    "",
                    HomeKind.FULL,
                    Delivery.DEAD));
        }
        return List.copyOf(all);
    }

    private static Scenario recorded(String name, int budget, int events, Delivery delivery) {
        return new Scenario(name, budget, events, events, List.of(), CONFIG, HomeKind.RECORDED, delivery);
    }

    private static Scenario denied(String name, int budget, List<String> variables, String config) {
        return new Scenario(name, budget, 1, 0, variables, config, HomeKind.RECORDED, Delivery.DEAD);
    }
}
