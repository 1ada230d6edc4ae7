/** The SDK of the example {@code deployer}: packs folders, and instruments what is deployed. */
@NullMarked
package dev.candor.examples.deployer.sdk;

import org.jspecify.annotations.NullMarked;
