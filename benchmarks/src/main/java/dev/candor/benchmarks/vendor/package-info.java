/** The vendors' own clients, used as their documentation says, behind one interface. */
@NullMarked
package dev.candor.benchmarks.vendor;

import org.jspecify.annotations.NullMarked;
