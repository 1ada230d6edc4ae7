package dev.candor.telemetry.core.internal.start;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map of texts that remembers for which names it was asked, so that a later run knows what the answer depended on.
 *
 * <p>Whoever looks at all entries is not noticed. Safe for use by several threads.
 */
public final class AskedMap extends AbstractMap<String, String> {
    private final Map<String, String> texts;
    private final Set<String> asked = Collections.synchronizedSet(new HashSet<>());

    /** The same texts, of which none was asked for yet. */
    public AskedMap(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** The names that were asked for, also those that are not there. */
    public Set<String> asked() {
        synchronized (asked) {
            return Set.copyOf(asked);
        }
    }

    @Override
    public @Nullable String get(Object name) {
        asked.add((String) name);
        return texts.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        asked.add((String) name);
        return texts.containsKey(name);
    }

    @Override
    public String getOrDefault(Object name, String otherwise) {
        String text = get(name);
        return text == null ? otherwise : text;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return texts.entrySet();
    }
}
