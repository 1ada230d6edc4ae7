/** Keeps what was accepted until every destination has it: segments on disk, or bounded memory. */
@NullMarked
package dev.candor.telemetry.core.internal.spool;

import org.jspecify.annotations.NullMarked;
