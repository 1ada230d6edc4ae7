package dev.candor.telemetry.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An envelope: a line of JSON, then items, each a line of JSON and a body of as many bytes as that line says. */
final class SentryEnvelope {
    private final byte[] bytes;
    private int at;

    SentryEnvelope(byte[] bytes) {
        this.bytes = bytes;
    }

    List<SentryItem> items() {
        Fields envelope = Fields.parse("envelope", line());
        if (envelope.has("event_id")) {
            envelope.text("event_id", "[0-9a-f]{32}");
        }
        List<SentryItem> items = new ArrayList<>();
        int events = 0;
        while (at < bytes.length) {
            Fields header = header();
            Fields item = Fields.parse(header.text("type"), body(header));
            items.addAll(SentryReceiver.items(header, item, envelope));
            events += header.text("type").equals("log") ? 0 : 1;
        }
        if (items.isEmpty() || events > 1) {
            throw new Malformed("envelope: holds " + events + " events, and " + items.size() + " records in all");
        }
        return items;
    }

    /** The size of the largest item's body, or 0 where it cannot be read. */
    static int largestItem(byte[] bytes) {
        try {
            SentryEnvelope envelope = new SentryEnvelope(bytes);
            envelope.line();
            int largest = 0;
            while (envelope.at < bytes.length) {
                largest = Math.max(largest, envelope.body(envelope.header()).length);
            }
            return largest;
        } catch (Malformed malformed) {
            return 0;
        }
    }

    private Fields header() {
        return Fields.parse("item header", line());
    }

    private byte[] body(Fields header) {
        if (!header.has("length")) {
            return line();
        }
        int length = header.number("length");
        header.check(length >= 0 && length <= bytes.length - at, "length", "is more than there is");
        byte[] body = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        header.check(at == bytes.length || bytes[at] == '\n', "length", "does not end at a line's end");
        at = Math.min(at + 1, bytes.length);
        return body;
    }

    private byte[] line() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        byte[] line = Arrays.copyOfRange(bytes, at, end);
        at = Math.min(end + 1, bytes.length);
        return line;
    }
}
