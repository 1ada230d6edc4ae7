/** Finds backends through ServiceLoader, and keeps the broken ones from harming the others. */
@NullMarked
package dev.candor.telemetry.core.internal.discovery;

import org.jspecify.annotations.NullMarked;
