package dev.candor.telemetry.core.internal.asking;

/** How time passes while somebody is waited for. */
interface Pace {

    /** A time to measure others by, in nanoseconds. */
    long nanos();

    /** Lets time pass. False, with the flag set again, when the thread was interrupted: then nobody should wait on. */
    boolean pause(long millis);

    /** The real one. */
    static Pace real() {
        return new RealPace();
    }

    /** Sleeps. */
    final class RealPace implements Pace {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public boolean pause(long millis) {
            try {
                Thread.sleep(millis);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
