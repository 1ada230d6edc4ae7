/** Carries errors, traces and logs to Sentry, with the types of Sentry's own client. */
@NullMarked
package dev.candor.telemetry.sentry;

import org.jspecify.annotations.NullMarked;
