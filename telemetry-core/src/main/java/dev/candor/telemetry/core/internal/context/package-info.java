/** Where the program runs: CI, agents, containers, system and runtime. Never who runs it. */
@NullMarked
package dev.candor.telemetry.core.internal.context;

import org.jspecify.annotations.NullMarked;
