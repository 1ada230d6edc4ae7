/** Measures what telemetry costs the example {@code labels} under load. */
@NullMarked
package dev.candor.examples.load;

import org.jspecify.annotations.NullMarked;
