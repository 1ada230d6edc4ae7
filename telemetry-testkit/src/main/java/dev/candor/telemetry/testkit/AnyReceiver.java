package dev.candor.telemetry.testkit;

import java.util.List;

/** Takes whatever is sent, such as by a program's own client, and keeps it as text. */
public final class AnyReceiver extends Receiver<AnyReceiver.Post> {

    /** Starts it on a free port. */
    public AnyReceiver() {}

    /**
     * A request.
     *
     * @param kind {@code post}
     * @param id empty
     * @param name its body as text
     */
    public record Post(String kind, String id, String name) implements Received {}

    @Override
    protected List<Post> decode(ReceivedRequest request) {
        return List.of(new Post("post", "", request.text()));
    }
}
