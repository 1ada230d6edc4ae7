package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.Receipts;
import java.net.Authenticator;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends posts, each within a total deadline.
 *
 * <p>Every post is made on a daemon thread, which ends soon after the last one: the caller must be free at the deadline, or when it is
 * interrupted, and Java has no way to break off a name look-up or a TLS handshake. A thread that is still stuck in one holds back the next
 * post of the same object, so that there are never more than were begun together. Redirects are not followed, nothing is sent twice, and
 * no cookie is set. Proxies and trust stores are those of the program, by Java's system properties; a password is given to a proxy only.
 *
 * <p>Not for use by several threads at once. Nothing has to be closed.
 */
public final class HttpPost {
    private final Receipts receipts;
    private final Limits limits;
    private final Authenticator authenticator = new ProxyAuthenticator();
    private final PostThreads threads = new PostThreads();
    private final List<Exchange> stuck = new ArrayList<>();

    /** Posts within the standard limits. */
    public HttpPost(Receipts receipts) {
        this(receipts, Limits.standard());
    }

    /** Posts within other limits. */
    public HttpPost(Receipts receipts, Limits limits) {
        this.receipts = receipts;
        this.limits = limits;
    }

    /**
     * Sends a post and notes it in the journal. Never throws for a reason of the network.
     *
     * <p>An interrupt ends the wait at once; the thread stays interrupted.
     */
    public HttpAnswer send(Post post) {
        return begin(post).await();
    }

    /** Begins to send a post, beside those that were begun before and are not awaited yet. Each of them must be awaited. */
    public Begun begin(Post post) {
        stuck.removeIf(each -> !each.running());
        if (!stuck.isEmpty()) {
            return () -> noted(post, HttpAnswer.failed("the post before has not come back yet"));
        }
        Exchange exchange = new Exchange(post, limits, authenticator);
        exchange.start(threads);
        return () -> awaited(post, exchange);
    }

    private HttpAnswer awaited(Post post, Exchange exchange) {
        HttpAnswer answer = exchange.await();
        if (exchange.running()) {
            stuck.add(exchange);
        }
        return noted(post, answer);
    }

    private HttpAnswer noted(Post post, HttpAnswer answer) {
        receipts.posted(post.payload(), answer.toString());
        return answer;
    }

    /** A post on its way. */
    public interface Begun {
        /** Waits for its answer as {@link HttpPost#send} does, and notes it in the journal; called once, in the order of beginning. */
        HttpAnswer await();
    }
}
