/** Measures what Candor costs, beside the vendors' own clients. */
@NullMarked
package dev.candor.benchmarks;

import org.jspecify.annotations.NullMarked;
