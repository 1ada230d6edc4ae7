/** Asks the person at the terminal, or tells them, and only them: never a pipe, a CI run or an agent. */
@NullMarked
package dev.candor.telemetry.core.internal.asking;

import org.jspecify.annotations.NullMarked;
