/** Single calls, measured by JMH. */
@NullMarked
package dev.candor.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
