/** What a backend is, and the signals it is given. */
@NullMarked
package dev.candor.telemetry.spi;

import org.jspecify.annotations.NullMarked;
