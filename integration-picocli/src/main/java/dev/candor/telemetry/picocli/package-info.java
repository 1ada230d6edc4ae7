/** The {@code telemetry} command and the two flags for any picocli tool. */
@NullMarked
package dev.candor.telemetry.picocli;

import org.jspecify.annotations.NullMarked;
