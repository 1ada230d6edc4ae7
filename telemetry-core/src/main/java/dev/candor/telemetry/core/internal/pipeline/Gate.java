package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;

/** Whether a purpose may be served now. Asked for every signal and before every attempt to send; about a nanosecond. */
public interface Gate {

    /**
     * Whether signals of {@code purpose} may be made for, and sent to, {@code lane}.
     *
     * @param lane matters for errors alone, of which the owner may get a copy under the owner's switches
     */
    boolean allows(Purpose purpose, Audience lane);
}
