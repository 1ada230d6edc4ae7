package dev.candor.telemetry.core;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Set;

/** Values whose code must not run on the thread that records: each would block, record or fail there. */
final class Hostile {
    private Hostile() {}

    private static AssertionError asked() {
        return new AssertionError("code of the application was called");
    }

    /** Fails in everything that any value can be asked. */
    static final class Throwing {
        @Override
        public String toString() {
            throw asked();
        }

        @Override
        public int hashCode() {
            throw asked();
        }

        @Override
        public boolean equals(Object other) {
            throw asked();
        }
    }

    /** Waits for ever in everything that a list can be asked. */
    static final class Items extends AbstractList<String> {
        @Override
        public String get(int index) {
            return waitForEver();
        }

        @Override
        public int size() {
            waitForEver();
            return 0;
        }
    }

    /** Waits for ever in everything that a map can be asked. */
    static final class Members extends AbstractMap<String, Object> {
        @Override
        public Set<Entry<String, Object>> entrySet() {
            waitForEver();
            return Set.of();
        }
    }

    /** Sorts until it is told to wait for ever instead. */
    static final class Order implements Comparator<String> {
        private boolean waits;

        void waitFromNowOn() {
            waits = true;
        }

        @Override
        public int compare(String one, String other) {
            if (waits) {
                waitForEver();
            }
            return one.compareTo(other);
        }
    }

    /** Waits for ever in everything that a number can be asked. */
    static final class Amount extends Number {
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return waitForEver().length();
        }

        @Override
        public long longValue() {
            return intValue();
        }

        @Override
        public float floatValue() {
            return intValue();
        }

        @Override
        public double doubleValue() {
            return intValue();
        }
    }

    /** Fails as a list does that another thread changes. */
    static final class Failing extends AbstractList<String> {
        @Override
        public String get(int index) {
            throw new ConcurrentModificationException();
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static String waitForEver() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        throw asked();
    }
}
