/** Which purposes go to which destinations, by the tool's code, the user's config and the backends that are there. */
@NullMarked
package dev.candor.telemetry.core.internal.route;

import org.jspecify.annotations.NullMarked;
