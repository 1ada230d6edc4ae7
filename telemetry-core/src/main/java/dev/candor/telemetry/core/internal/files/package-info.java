/** Small files that several processes share: written whole or not at all, private to their owner, one writer at a time. */
@NullMarked
package dev.candor.telemetry.core.internal.files;

import org.jspecify.annotations.NullMarked;
