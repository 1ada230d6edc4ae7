package dev.candor.telemetry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declared usage event: what it is called, why it exists, who answers for it, until when, and what it may carry.
 *
 * <p>Event types are constants. A tool's types together are its catalogue, from which {@code TELEMETRY.md} and the JSON Schema are made.
 */
public final class EventType {
    private final String name;
    private final String owner;
    private final String reason;
    private final @Nullable LocalDate expires;
    private final long expiryDay;
    private final int dailyCap;
    private final Attribute<?>[] attributes;

    private EventType(Builder builder) {
        this.name = builder.name;
        this.owner = builder.owner;
        this.reason = builder.reason;
        this.expires = builder.expires;
        this.expiryDay = expires == null ? Long.MAX_VALUE : expires.toEpochDay();
        this.dailyCap = builder.dailyCap;
        this.attributes = builder.attributes.toArray(new Attribute<?>[0]);
    }

    /**
     * Starts the declaration of an event.
     *
     * @throws IllegalArgumentException when the name is empty, longer than 64 characters or holds anything but letters, digits and {@code _ . - /}
     */
    public static Builder named(String name) {
        return new Builder(Names.checked("event", name));
    }

    /** The name under which it is sent. */
    public String name() {
        return name;
    }

    /** Always {@link Purpose#USAGE}: errors, spans, metrics and logs have their own calls. */
    public Purpose purpose() {
        return Purpose.USAGE;
    }

    /** Who answers for it: a person, a team or an address. */
    public String owner() {
        return owner;
    }

    /** Why it is collected. */
    public String reason() {
        return reason;
    }

    /** The first day on which it is no longer sent; null when it does not expire. */
    public @Nullable LocalDate expires() {
        return expires;
    }

    /** Whether it is no longer sent on the day that is {@code epochDay} days after 1970-01-01, UTC. */
    public boolean expiredOn(long epochDay) {
        return epochDay >= expiryDay;
    }

    /** How many of it one process group may send in a day; more are suppressed and counted. */
    public int dailyCap() {
        return dailyCap;
    }

    /** What it may carry, in the order of declaration. */
    public List<Attribute<?>> attributes() {
        return List.of(attributes);
    }

    /** The place of {@code attribute} in {@link #attributes()}, or -1 when it is not declared. */
    public int indexOf(Attribute<?> attribute) {
        for (int i = 0; i < attributes.length; i++) {
            if (attributes[i] == attribute) {
                return i;
            }
        }
        return -1;
    }

    /** The attribute at {@code index}, without a copy of the list. */
    public Attribute<?> attribute(int index) {
        return attributes[index];
    }

    /** How many attributes are declared. */
    public int size() {
        return attributes.length;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Declares one event type. Not safe for use by several threads. */
    public static final class Builder {
        private static final int DEFAULT_DAILY_CAP = 10_000;

        private final String name;
        private final List<Attribute<?>> attributes = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private String owner = "";
        private String reason = "";
        private @Nullable LocalDate expires;
        private int dailyCap = DEFAULT_DAILY_CAP;

        private Builder(String name) {
            this.name = name;
        }

        /** Who answers for it. */
        public Builder owner(String who) {
            this.owner = Objects.requireNonNull(who);
            return this;
        }

        /** Why it is collected. */
        public Builder because(String why) {
            this.reason = Objects.requireNonNull(why);
            return this;
        }

        /** The first day on which it is no longer sent. */
        public Builder expires(int year, int month, int day) {
            this.expires = LocalDate.of(year, month, day);
            return this;
        }

        /**
         * How many may be sent in a day, 10,000 unless told; more are suppressed, counted and reported once.
         *
         * @throws IllegalArgumentException when {@code most} is not positive
         */
        public Builder dailyCap(int most) {
            if (most <= 0) {
                throw new IllegalArgumentException("daily cap of " + name + " must be positive: " + most);
            }
            this.dailyCap = most;
            return this;
        }

        /**
         * Adds an attribute.
         *
         * @throws IllegalArgumentException when another attribute has the same name
         */
        public Builder with(Attribute<?> attribute) {
            if (!names.add(attribute.name())) {
                throw new IllegalArgumentException("event " + name + " declares " + attribute.name() + " twice");
            }
            attributes.add(attribute);
            return this;
        }

        /** The finished type. */
        public EventType build() {
            return new EventType(this);
        }
    }
}
