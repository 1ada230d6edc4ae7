/** Carries all purposes over OTLP, with the exporters of OpenTelemetry. */
@NullMarked
package dev.candor.telemetry.otlp;

import org.jspecify.annotations.NullMarked;
