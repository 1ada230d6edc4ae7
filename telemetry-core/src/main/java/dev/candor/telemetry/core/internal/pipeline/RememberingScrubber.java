package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.RedactionRule;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Redacts a text that comes again and again once: for programs that run long, where that is most of what an event costs. */
final class RememberingScrubber implements Scrubber {
    private final Scrubber scrubber;
    private final CleanTexts clean = new CleanTexts();

    private RememberingScrubber(Scrubber scrubber) {
        this.scrubber = scrubber;
    }

    /** For a tool with these rules of its own: such a rule may find another thing each time, so that then nothing is remembered. */
    static Scrubber of(List<RedactionRule> rules, Scrubber scrubber) {
        return rules.isEmpty() ? new RememberingScrubber(scrubber) : scrubber;
    }

    @Override
    public String text(String value) {
        // A host may hand over null, for which the redactor has an answer.
        if (value != null && clean.has(value)) {
            return value;
        }
        String left = scrubber.text(value);
        if (left.equals(value)) {
            clean.add(left);
        }
        return left;
    }

    @Override
    public @Nullable Object tree(String key, Object value, ValueType.Tree type) {
        return scrubber.tree(key, value, type);
    }

    @Override
    public @Nullable String hash(String value) {
        return scrubber.hash(value);
    }
}
