/** The example {@code deployer}: a command line over an SDK, one consent for both. */
@NullMarked
package dev.candor.examples.deployer;

import org.jspecify.annotations.NullMarked;
