package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.ValueType;
import org.jspecify.annotations.Nullable;

/** Removes what must not leave from values that are not closed sets. Never throws. */
public interface Scrubber {

    /** Redacts free text. */
    String text(String value);

    /** Redacts a tree by key and by value and cuts it to its bounds; null when nothing of it may be sent. */
    @Nullable
    Object tree(String key, Object value, ValueType.Tree type);

    /** A keyed hash of a name, 32 hex digits; null where there is no key. */
    @Nullable
    String hash(String value);
}
