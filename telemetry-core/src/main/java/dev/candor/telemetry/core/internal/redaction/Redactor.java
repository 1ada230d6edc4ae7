package dev.candor.telemetry.core.internal.redaction;

import dev.candor.telemetry.core.RedactionRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what is private by constant placeholders.
 *
 * <p>May be used by many threads. Nothing here throws: where a rule fails, the whole field becomes
 * {@code <unscannable>} and is counted. The time is linear in the text, of which the first 65,536 characters count.
 */
public final class Redactor {

    // a pass that finds nothing proves that redacting again changes nothing
    private static final int PASSES = 6;

    private final KnownValues knownValues;
    private final List<RedactionRule> rules;
    private final TreeRules treeRules;
    private final LongAdder failures = new LongAdder();
    private final Spare spare = new Spare();
    private volatile @Nullable KnownIndex index;

    private Redactor(Builder builder) {
        knownValues = builder.known;
        rules = List.copyOf(builder.rules);
        treeRules = new TreeRules(builder.pathKeys, builder.pathKeyPrefixes, builder.exemptions);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The text without what is private; the same object when there is nothing private in it. */
    public String redact(String text) {
        try {
            return settle(Cut.to(text));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError rule) {
            failures.increment();
            return Placeholder.UNSCANNABLE.text();
        }
    }

    /**
     * A copy of a tree of maps, collections, arrays and plain values without what is private.
     *
     * <p>A secret or path-like key decides over all below it. Objects of other types are replaced, never asked for
     * their text.
     *
     * @param key the name that the value has where it is from
     */
    public @Nullable Object redactTree(String key, @Nullable Object value) {
        try {
            return new TreeRedaction(this, treeRules).redact(key, value);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError rule) {
            failures.increment();
            return Placeholder.UNSCANNABLE.text();
        }
    }

    /** How many fields were replaced because a rule or a value's own code failed. */
    public long failures() {
        return failures.sum();
    }

    void countFailure() {
        failures.increment();
    }

    private String settle(String text) {
        Scratch taken = spare.take(text.length());
        Scratch scratch = taken == null ? new Scratch(index()) : taken;
        Scan scan = scratch.scan;
        scan.load(text);
        String current = text;
        for (int pass = 0; pass < PASSES; pass++) {
            boolean changed = scratch.pass();
            if (changed && scan.length > Cut.LIMIT) {
                scan.load(Cut.to(scan.string()));
            }
            if (!rules.isEmpty()) {
                current = changed ? scan.string() : current;
                String ruled = Cut.to(ruled(current));
                if (!ruled.equals(current)) {
                    current = ruled;
                    scan.load(ruled);
                    continue;
                }
            }
            if (!changed) {
                String clean = pass == 0 || !rules.isEmpty() ? current : scan.string();
                spare.give(scratch);
                return clean;
            }
        }
        failures.increment();
        return Placeholder.UNSCANNABLE.text();
    }

    private String ruled(String text) {
        Spans spans = new Spans();
        char[] chars = text.toCharArray();
        for (RedactionRule rule : rules) {
            for (RedactionRule.Range each : rule.find(text)) {
                int start = Math.max(0, each.start());
                int end = Math.min(chars.length, each.end());
                if (start < end && !Placeholder.fills(chars, start, end)) {
                    spans.add(start, end, Placeholder.REDACTED);
                }
            }
        }
        int size = spans.applyTo(chars, chars.length);
        return spans.isEmpty() ? text : new String(spans.clean, 0, size);
    }

    private KnownIndex index() {
        KnownIndex built = index;
        if (built == null) {
            built = new KnownIndex(knownValues);
            index = built;
        }
        return built;
    }

    /** Collects what a tool adds; a redactor without any addition has all the built-in rules. */
    public static final class Builder {

        private KnownValues known = KnownValues.none();
        private final List<RedactionRule> rules = new ArrayList<>();
        private final List<String> pathKeys = new ArrayList<>();
        private final List<String> pathKeyPrefixes = new ArrayList<>();
        private final List<Exemption> exemptions = new ArrayList<>();

        private Builder() {}

        /** What is private on this machine. */
        public Builder known(KnownValues values) {
            known = values;
            return this;
        }

        /** A rule that runs after the built-in ones. */
        public Builder rule(RedactionRule rule) {
            rules.add(rule);
            return this;
        }

        /** Keys of a tree whose strings are removed as paths are, by their whole name in any case. */
        public Builder privateKeys(String... names) {
            pathKeys.addAll(Arrays.asList(names));
            return this;
        }

        /** The same for all keys that start so, in any case. */
        public Builder privateKeyPrefixes(String... prefixes) {
            pathKeyPrefixes.addAll(Arrays.asList(prefixes));
            return this;
        }

        /** Values that may stay under the keys that the exemption names. */
        public Builder exempt(Exemption exemption) {
            exemptions.add(exemption);
            return this;
        }

        public Redactor build() {
            return new Redactor(this);
        }
    }
}
