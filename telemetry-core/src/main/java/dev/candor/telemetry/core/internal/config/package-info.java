/** Reads what people wrote: files in four formats, in bounded time and memory, refusing whatever is in doubt. */
@NullMarked
package dev.candor.telemetry.core.internal.config;

import org.jspecify.annotations.NullMarked;
