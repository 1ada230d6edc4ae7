package dev.candor.telemetry.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which errors are the tool's own, which are expected, and what may be said of them.
 *
 * <p>Immutable. Without owned packages no error reaches the maintainer.
 */
public final class ErrorRules {
    private final List<String> ownedPackages;
    private final boolean anyOwnedFrame;
    private final Predicate<Throwable> expected;
    private final Predicate<Throwable> messageAllowed;
    private final boolean messages;
    private final boolean threads;

    private ErrorRules(Builder builder) {
        this.ownedPackages = List.copyOf(builder.ownedPackages);
        this.anyOwnedFrame = builder.anyOwnedFrame;
        this.expected = builder.expected;
        this.messageAllowed = builder.messageAllowed;
        this.messages = builder.messages;
        this.threads = builder.threads;
    }

    /**
     * Starts with the packages that are the tool's own, such as {@code com.example.tool}. A package owns what is under it:
     * {@code a.b} owns {@code a.b.C} and {@code a.b.c.D}, not {@code a.bc.D}.
     */
    public static Builder owned(String... packages) {
        return new Builder(packages);
    }

    /** Nothing is owned: no error reaches the maintainer, the owner's copies are complete. */
    public static ErrorRules none() {
        return new Builder().build();
    }

    /** The packages that are the tool's own. */
    public List<String> ownedPackages() {
        return ownedPackages;
    }

    /** Whether one owned frame anywhere makes an error the tool's, rather than its first frame outside the runtime. */
    public boolean anyOwnedFrame() {
        return anyOwnedFrame;
    }

    /** Whether {@code error} is expected (a usage error, a cancellation, something not found) and so not reported to the maintainer. */
    public boolean isExpected(Throwable error) {
        return expected.test(error);
    }

    /** Whether the maintainer may get the redacted message and breadcrumbs of {@code error}. */
    public boolean allowsMessage(Throwable error) {
        return messageAllowed.test(error);
    }

    /** Whether the maintainer may get the redacted messages and breadcrumbs of some errors. */
    public boolean messages() {
        return messages;
    }

    /** Whether a report carries the frames of the tool's other threads. */
    public boolean threads() {
        return threads;
    }

    /** Collects the rules. */
    public static final class Builder {
        private final List<String> ownedPackages = new ArrayList<>();
        private boolean anyOwnedFrame;
        private Predicate<Throwable> expected = new Constant<>(false);
        private Predicate<Throwable> messageAllowed = new Constant<>(false);
        private boolean messages;
        private boolean threads;

        private Builder(String... packages) {
            for (String name : packages) {
                if (name.isEmpty() || name.startsWith(".") || name.endsWith(".")) {
                    throw new IllegalArgumentException("an owned package is a plain package name: '" + name + "'");
                }
                ownedPackages.add(name);
            }
        }

        /** One owned frame anywhere makes an error the tool's own. */
        public Builder anyOwnedFrame() {
            this.anyOwnedFrame = true;
            return this;
        }

        /** Which errors are expected. A classifier that throws counts as expected: nothing is reported. */
        public Builder expected(Predicate<Throwable> classifier) {
            this.expected = Objects.requireNonNull(classifier);
            return this;
        }

        /** For which errors the maintainer gets the redacted message and breadcrumbs. */
        public Builder withMessage(Predicate<Throwable> which) {
            this.messageAllowed = Objects.requireNonNull(which);
            this.messages = true;
            return this;
        }

        /** Adds the owned frames of other threads to a report. */
        public Builder withThreads() {
            this.threads = true;
            return this;
        }

        /** The finished rules. */
        public ErrorRules build() {
            return new ErrorRules(this);
        }
    }
}
