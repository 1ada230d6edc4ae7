package dev.candor.telemetry.core.internal.asking;

import java.util.List;
import java.util.Map;

/** Whether this is the one of many equal processes that speaks for all: the first rank of a distributed run. */
public final class MainProcess {

    private static final List<String> RANKS = List.of("RANK", "GLOBAL_RANK", "SLURM_PROCID", "OMPI_COMM_WORLD_RANK");

    private MainProcess() {}

    /** True where no launcher gave the process a rank, and for rank 0. A rank that is no number is no rank. */
    public static boolean is(Map<String, String> env) {
        for (String variable : RANKS) {
            String rank = env.getOrDefault(variable, "").trim();
            if (isNumber(rank)) {
                return isZero(rank);
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
