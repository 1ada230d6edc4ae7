package dev.candor.telemetry.testkit;

import dev.candor.telemetry.spi.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies as text that can be compared, whatever their format. */
final class Bodies {
    private Bodies() {}

    static List<String> posted(BackendUnderTest test, List<ReceivedRequest> requests) {
        return requests.stream()
                .map(request -> comparable(test, request.body()))
                .toList();
    }

    static List<String> previewed(BackendUnderTest test, List<Payload> payloads) {
        return payloads.stream()
                .map(payload -> comparable(test, payload.body()))
                .toList();
    }

    private static String comparable(BackendUnderTest test, byte[] body) {
        return test.withoutSendingTime(new String(body, StandardCharsets.ISO_8859_1));
    }

    /** How many requests hold the text in their bodies. */
    static int holding(Receiver<?> receiver, String text) {
        int count = 0;
        for (ReceivedRequest request : receiver.requests()) {
            count += new String(request.body(), StandardCharsets.ISO_8859_1).contains(text) ? 1 : 0;
        }
        return count;
    }
}
