/** How what a call costs grows with how much there is. */
@NullMarked
package dev.candor.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
