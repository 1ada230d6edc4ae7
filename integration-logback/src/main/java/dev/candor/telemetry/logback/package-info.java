/** A Logback appender. */
@NullMarked
package dev.candor.telemetry.logback;

import org.jspecify.annotations.NullMarked;
