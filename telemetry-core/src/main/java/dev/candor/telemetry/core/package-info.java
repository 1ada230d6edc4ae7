/** The pipeline as an application sees it: what it chooses, what it is started with, what it gets. */
@NullMarked
package dev.candor.telemetry.core;

import org.jspecify.annotations.NullMarked;
