package dev.candor.telemetry.core.internal.spool;

/**
 * Says when many frames came for a reader that it has not taken yet.
 *
 * <p>It counts, and does not look: frames that wait for long, because nobody takes them, are not told of again and again. The reader's
 * thread and the one that writes may meet; that may cost a word, never a frame.
 */
final class Newcomers {

    private final Account account;
    private final int many;
    private final Runnable told;
    /** How many of those that were accepted are taken; known by the reader's thread alone. */
    private long taken;

    private volatile long next;

    Newcomers(Account account, int many, Runnable told) {
        this.account = account;
        this.many = many;
        this.told = told;
        this.taken = account.accepted();
        this.next = taken + many;
    }

    /** A peek that began when so many were accepted returned all there are. */
    void allOffered(long accepted, int frames) {
        taken = accepted - frames;
        next = taken + many;
    }

    /** Frames of the last peek are done with; they may be from other processes. */
    void taken(int frames) {
        taken = Math.min(taken + frames, account.accepted());
        next = taken + many;
    }

    /** Frames were written, for this destination or for others. */
    void written() {
        long accepted = account.accepted();
        if (accepted >= next) {
            next = accepted + many;
            told.run();
        }
    }
}
