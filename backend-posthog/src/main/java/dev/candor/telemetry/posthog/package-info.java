/** Carries usage events, errors and traces to PostHog. */
@NullMarked
package dev.candor.telemetry.posthog;

import org.jspecify.annotations.NullMarked;
