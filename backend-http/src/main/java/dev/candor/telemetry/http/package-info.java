/** The post that every backend shares, and what its answer means. */
@NullMarked
package dev.candor.telemetry.http;

import org.jspecify.annotations.NullMarked;
