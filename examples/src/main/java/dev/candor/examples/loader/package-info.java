/** {@code loader}: a small data pipeline with usage events for its maintainer and traces for whoever runs it. */
@NullMarked
package dev.candor.examples.loader;

import org.jspecify.annotations.NullMarked;
