package dev.candor.telemetry.http;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads that make posts: one where none is free, and each ends when it had nothing to do for a moment.
 *
 * <p>To make a thread for each post would cost a good part of what a small post to a near receiver takes.
 */
final class PostThreads implements Executor {
    private static final long LINGER_MILLIS = 200;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, LINGER_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), PostThreads::poster);

    @Override
    public void execute(Runnable post) {
        threads.execute(post);
    }

    private static Thread poster(Runnable task) {
        return daemon("candor-post", task);
    }

    /** Without a context class loader: it would keep the host's for as long as it lives. */
    static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
