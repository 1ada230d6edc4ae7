package dev.candor.telemetry.core.internal.context;

import java.util.List;

/**
 * The kinds of place a program runs in.
 *
 * @param execInfo such as {@code kubernetes}, {@code docker}, {@code airflow} and the agents
 * @param shortLived whether a file written here is likely gone, or copied, at the next run: containers, functions, workspaces
 */
public record Place(List<String> execInfo, boolean shortLived) {

    /** Copies the list. */
    public Place {
        execInfo = List.copyOf(execInfo);
    }
}
