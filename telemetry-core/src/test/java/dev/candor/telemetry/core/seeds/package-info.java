/** The behaviour of the four systems that Candor learnt from, case by case, with Candor's stricter rule where they leaked. */
package dev.candor.telemetry.core.seeds;
