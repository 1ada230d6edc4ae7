/** What the libraries weigh. */
@NullMarked
package dev.candor.benchmarks.size;

import org.jspecify.annotations.NullMarked;
