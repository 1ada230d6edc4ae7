/** {@code trainer}: a training run that reports its progress, for a maintainer who asks first. */
@NullMarked
package dev.candor.examples.trainer;

import org.jspecify.annotations.NullMarked;
