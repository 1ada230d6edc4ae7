package dev.candor.benchmarks;

import dev.candor.benchmarks.Samples.Estimate;

/**
 * What a scenario cost beside an empty main, pair by pair.
 *
 * @param scenario what was run
 * @param emptyMillis the empty main, median
 * @param commandMillis the command, median
 * @param over the difference within pairs
 * @param pairs how many
 * @param classes how many classes it loads more than an empty main
 */
record Measured(Scenario scenario, double emptyMillis, double commandMillis, Estimate over, int pairs, int classes) {}
