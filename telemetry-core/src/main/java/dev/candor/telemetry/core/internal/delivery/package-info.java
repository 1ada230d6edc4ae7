/** Takes what waits in the spool to its destinations, without anybody having to wait for it. */
@NullMarked
package dev.candor.telemetry.core.internal.delivery;

import org.jspecify.annotations.NullMarked;
