package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.codec.ResourceCodec;
import dev.candor.telemetry.core.internal.context.ResourceReader;
import dev.candor.telemetry.spi.Resource;

/** The resource, with its bytes for frames made once. */
final class EncodedResource {
    private final ResourceReader reader;
    private volatile byte[] bytes = {};

    EncodedResource(ResourceReader reader) {
        this.reader = reader;
    }

    Resource get() {
        return reader.resource();
    }

    byte[] bytes() {
        byte[] known = bytes;
        if (known.length == 0) {
            // Two threads may both encode it: the bytes are the same.
            known = ResourceCodec.encode(reader.resource());
            bytes = known;
        }
        return known;
    }
}
