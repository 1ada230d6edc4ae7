package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Samples;
import dev.candor.benchmarks.Samples.Estimate;

/**
 * What a scenario cost beside an empty main, pair by pair.
 *
 * @param scenario what was run
 * @param emptyMillis the empty main, median
 * @param commandMillis the command, median
 * @param over the differences within pairs
 * @param pairs how many
 * @param classes what it loads that an empty main does not
 * @param uploads processor time of each upload process that it started, in milliseconds
 */
record Measured(
        Scenario scenario,
        double emptyMillis,
        double commandMillis,
        Estimate over,
        int pairs,
        LoadedClasses classes,
        Samples uploads) {}
