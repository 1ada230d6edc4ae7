package dev.candor.telemetry;

/**
 * One usage event being made.
 *
 * <p>Used by one thread, then recorded or let go. Nothing here throws for a wrong attribute or value: it is dropped and counted,
 * and {@code telemetry status} shows the count. Without consent every call is on one shared object that does nothing.
 */
public interface Event {

    /** Sets an attribute. A value of null, one outside its declared type, or one not declared for this event is dropped and counted. */
    <T> Event with(Attribute<T> attribute, T value);

    /** Sets a real number without boxing it. */
    Event with(Attribute<Double> attribute, double value);

    /** Sets a whole number without boxing it. */
    Event with(Attribute<Long> attribute, long value);

    /** Sets a flag without boxing it. */
    Event with(Attribute<Boolean> attribute, boolean value);

    /**
     * Records the event with a new id and the present time.
     *
     * @return whether it was accepted; an accepted event reaches each of its routes at least once, or is counted as dropped by reason
     */
    boolean record();

    /**
     * Records the event and, in the modes that have a disk, returns after it is synced: about a millisecond.
     *
     * @return whether it was accepted
     */
    boolean recordDurably();
}
