/** What was declared: values are checked against their types before anything else sees them. */
@NullMarked
package dev.candor.telemetry.core.internal.catalogue;

import org.jspecify.annotations.NullMarked;
