/** What events have in common: ids and salted hashes, all random, none from hardware, host or user names. */
@NullMarked
package dev.candor.telemetry.core.internal.identity;

import org.jspecify.annotations.NullMarked;
