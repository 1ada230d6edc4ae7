/** What an application records: usage events, errors, spans, metrics and logs. */
@NullMarked
package dev.candor.telemetry;

import org.jspecify.annotations.NullMarked;
