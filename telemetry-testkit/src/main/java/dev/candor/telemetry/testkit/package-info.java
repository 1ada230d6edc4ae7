/** Receivers that decode strictly, sample signals, the contract of a backend, and recorded telemetry for an adopter's tests. */
@NullMarked
package dev.candor.telemetry.testkit;

import org.jspecify.annotations.NullMarked;
