/** What the example programs have in common when they start. */
@NullMarked
package dev.candor.examples.start;

import org.jspecify.annotations.NullMarked;
