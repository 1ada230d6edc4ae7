/** Many installs of one tool, on a virtual clock. */
@NullMarked
package dev.candor.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
