/** A Jakarta servlet filter. */
@NullMarked
package dev.candor.telemetry.servlet;

import org.jspecify.annotations.NullMarked;
