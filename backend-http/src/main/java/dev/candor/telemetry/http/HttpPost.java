package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.Receipts;
import java.net.Authenticator;
import org.jspecify.annotations.Nullable;

/**
 * Sends posts, one at a time, each within a total deadline.
 *
 * <p>Every post is made by a daemon thread of its own, which ends with it: the caller must be free at the deadline, or when it is
 * interrupted, and Java has no way to break off a name look-up or a TLS handshake. A thread that is still stuck in one holds back the next
 * post of the same object, so that there is never more than one. Redirects are not followed, nothing is sent twice, and no cookie is set.
 * Proxies and trust stores are those of the program, by Java's system properties; a password is given to a proxy only.
 *
 * <p>Not for use by several threads at once. Nothing has to be closed.
 */
public final class HttpPost {
    private final Receipts receipts;
    private final Limits limits;
    private final Authenticator authenticator = new ProxyAuthenticator();
    private @Nullable Exchange last;

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
        HttpAnswer answer = answer(post);
        receipts.posted(post.payload(), answer.toString());
        return answer;
    }

    private HttpAnswer answer(Post post) {
        if (last != null && last.running()) {
            return HttpAnswer.failed("the post before has not come back yet");
        }
        Exchange exchange = new Exchange(post, limits, authenticator);
        last = exchange;
        HttpAnswer answer = exchange.run();
        if (!exchange.running()) {
            last = null;
        }
        return answer;
    }
}
