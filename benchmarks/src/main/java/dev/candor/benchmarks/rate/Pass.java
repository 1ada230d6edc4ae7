package dev.candor.benchmarks.rate;

/**
 * The two runs of one program.
 *
 * @param first at its start, when most of what it runs is compiled meanwhile
 * @param warm when it has done the same for a while
 */
record Pass(Rate first, Rate warm) {}
