/** What a long-running program pays in memory. */
@NullMarked
package dev.candor.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
