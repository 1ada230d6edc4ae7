/** The example {@code labels}: a server that keeps records to be labelled, in an embedded database. */
@NullMarked
package dev.candor.examples.labels;

import org.jspecify.annotations.NullMarked;
