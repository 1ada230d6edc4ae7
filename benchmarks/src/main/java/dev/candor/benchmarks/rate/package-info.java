/** How fast events reach a receiver, through each backend and through its vendor's own client. */
@NullMarked
package dev.candor.benchmarks.rate;

import org.jspecify.annotations.NullMarked;
