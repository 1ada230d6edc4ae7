package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.internal.catalogue.Losses;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.catalogue.TreeBounds;
import dev.candor.telemetry.core.internal.identity.NameHash;
import dev.candor.telemetry.core.internal.redaction.Exemption;
import dev.candor.telemetry.core.internal.redaction.Placeholder;
import dev.candor.telemetry.core.internal.redaction.Redactor;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scrubs with the redactor, which is made when first needed, and the local hash key, which is then read. */
final class PipelineScrubber implements Scrubber {
    private final Function<@Nullable Exemption, Redactor> redactors;
    private final NameHash hashes;
    private final Losses losses;
    /** A list exempts only the attribute that names it, so each such attribute has a redactor of its own. */
    private final ConcurrentHashMap<ValueType.Tree, Redactor> exempting = new ConcurrentHashMap<>();

    private volatile @Nullable Redactor redactor;

    PipelineScrubber(Function<@Nullable Exemption, Redactor> redactors, NameHash hashes, Losses losses) {
        this.redactors = redactors;
        this.hashes = hashes;
        this.losses = losses;
    }

    @Override
    public String text(String value) {
        String clean = redactor().redact(value);
        if (clean.equals(Placeholder.UNSCANNABLE.text())) {
            losses.count("text that could not be redacted");
        }
        return clean;
    }

    @Override
    public @Nullable Object tree(String key, Object value, ValueType.Tree type) {
        // an empty list exempts nothing, but its keys are private all the same
        boolean exempts = !type.listedKeys().isEmpty();
        Redactor used = exempts ? exempting.computeIfAbsent(type, this::exempting) : redactor();
        Object clean = used.redactTree(key, value);
        if (clean == null) {
            return null;
        }
        TreeBounds bounds = new TreeBounds(type.maxDepth(), type.maxNodes());
        Object cut = bounds.cut(clean);
        if (!bounds.whole()) {
            // not by its key, which may be an application's own
            losses.count("tree sent in part");
        }
        return cut;
    }

    @Override
    public String hash(String value) {
        return hashes.of(value);
    }

    private Redactor exempting(ValueType.Tree type) {
        return redactors.apply(new Exemption(type.listedKeys(), type.allowed().names()));
    }

    private Redactor redactor() {
        Redactor known = redactor;
        return known != null ? known : makeRedactor();
    }

    private synchronized Redactor makeRedactor() {
        Redactor known = redactor;
        if (known == null) {
            known = redactors.apply(null);
            redactor = known;
        }
        return known;
    }
}
