package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.internal.redaction.Redactor;
import org.jspecify.annotations.Nullable;

/** The real redactor as a scrubber, without known values and with a hash that is no secret. */
public final class RealScrubber implements Scrubber {
    private final Redactor redactor = Redactor.builder().build();

    @Override
    public String text(String value) {
        return redactor.redact(value);
    }

    @Override
    public @Nullable Object tree(String key, Object value, ValueType.Tree type) {
        Object clean = redactor.redactTree(key, value);
        return clean == null ? null : new TreeBounds(type.maxDepth(), type.maxNodes()).cut(clean);
    }

    @Override
    public String hash(String value) {
        return "0".repeat(32);
    }
}
