/** The client of the example {@code labels}, and what it has for those who train models. */
@NullMarked
package dev.candor.examples.labels.client;

import org.jspecify.annotations.NullMarked;
