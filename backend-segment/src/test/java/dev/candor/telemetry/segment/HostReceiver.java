package dev.candor.telemetry.segment;

import dev.candor.telemetry.testkit.Received;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.Receiver;
import java.util.List;

/** Takes whatever the program's own client sends. */
final class HostReceiver extends Receiver<HostReceiver.Post> {
    /** A request of the program's own. */
    record Post(String kind, String id, String name) implements Received {}

    @Override
    protected List<Post> decode(ReceivedRequest request) {
        return List.of(new Post("post", "", request.text()));
    }
}
