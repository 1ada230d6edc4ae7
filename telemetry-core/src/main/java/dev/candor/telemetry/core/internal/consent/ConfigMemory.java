package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.Content;
import dev.candor.telemetry.core.internal.config.Entry;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Keeps in mind which config files said no, so that a no that is lost is missed. */
public final class ConfigMemory {
    /** A hostile file could hold thousands. */
    private static final int KEYS_OF_A_FILE = 8;
    /** A record stays far below the size that is read. */
    private static final int MOST = 500;

    private final PrivacyKeys keys;

    /** The memory by the rules of one tool. */
    public ConfigMemory(ConsentRules rules) {
        this.keys = new PrivacyKeys(rules);
    }

    /**
     * Whether there is something to keep: a no that a record does not remember; or, where there is no record, a no that is all
     * that stands against a yes. A damaged record forbids everything, and stays as it is.
     */
    boolean isNews(ConsentInputs inputs) {
        boolean news = false;
        for (RecordSource each : inputs.records()) {
            RecordedAnswer answer = each.answer();
            if (answer == null) {
                return false;
            }
            news |= !after(answer.remembered(), inputs.config()).equals(answer.remembered());
        }
        return news
                || (inputs.records().isEmpty()
                        && !after(new TreeSet<>(), inputs.config()).isEmpty()
                        && isAllowedWithout(inputs));
    }

    private static boolean isAllowedWithout(ConsentInputs inputs) {
        ConsentReport without = ConsentResolver.resolve(inputs.withoutConfig());
        return without.allows(Purpose.USAGE) || without.allows(Purpose.ERRORS);
    }

    /** What is remembered after these files were read: every no that they say, less what they now say yes to. */
    public SortedSet<RememberedNo> after(SortedSet<RememberedNo> before, List<ConfigSource> config) {
        SortedSet<RememberedNo> after = new TreeSet<>(before);
        for (ConfigSource each : config) {
            if (each.content() instanceof Content.Entries) {
                look(each, after);
            }
        }
        return after;
    }

    /**
     * What is remembered after a person said yes: nothing of these files any more, as far as the yes concerns all that the key
     * does and the file does not still say no.
     */
    public SortedSet<RememberedNo> afterYes(
            SortedSet<RememberedNo> before, Set<Subject> allowed, List<ConfigSource> config) {
        SortedSet<RememberedNo> after = new TreeSet<>(before);
        for (ConfigSource each : config) {
            if (!(each.content() instanceof Content.Refused)) {
                forget(each, allowed, after);
            }
        }
        return after;
    }

    private void forget(ConfigSource file, Set<Subject> allowed, SortedSet<RememberedNo> after) {
        String hash = RememberedNo.fileOf(file.place());
        Said said = said(file);
        for (Iterator<RememberedNo> all = after.iterator(); all.hasNext(); ) {
            RememberedNo each = all.next();
            boolean any = each.key().equals(RememberedNo.ALL);
            Set<Subject> concerned =
                    any || KillSwitch.is(each.key()) ? PrivacyKeys.MAINTAINER : keys.concernedByNearest(each.key());
            boolean still = any ? !said.nos.isEmpty() : said.nos.contains(each.key());
            if (each.file().equals(hash) && !still && allowed.containsAll(keys.ofTheTool(concerned))) {
                all.remove();
            }
        }
    }

    private void look(ConfigSource file, SortedSet<RememberedNo> after) {
        String hash = RememberedNo.fileOf(file.place());
        Said said = said(file);
        for (String each : said.yeses) {
            after.remove(new RememberedNo(hash, each));
        }
        Set<String> nos = said.nos.size() > KEYS_OF_A_FILE ? Collections.singleton(RememberedNo.ALL) : said.nos;
        for (String each : nos) {
            if (after.size() < MOST) {
                after.add(new RememberedNo(hash, each));
            }
        }
    }

    private Said said(ConfigSource file) {
        Said said = new Said(new HashSet<>(), new HashSet<>());
        Set<String> slips = new HashSet<>();
        for (Entry each : file.entries()) {
            boolean known = keys.isKnown(each.key());
            Meaning meaning = known ? FileStatements.meaning(file, each) : Meaning.NOTHING;
            if (meaning.forbids()) {
                said.nos.add(RememberedNo.keyOf(each.key()));
            } else if (meaning == Meaning.YES) {
                said.yeses.add(RememberedNo.keyOf(each.key()));
            }
            if (!known && keys.meantBy(each.key()) != null) {
                slips.add(each.key());
            }
        }
        for (String each : slips) {
            // Whoever mends a slip writes the right name. Where that is there already, mending cannot be told from
            // losing.
            String meant = RememberedNo.keyOf(keys.rightNameOf(each));
            said.nos.add(said.yeses.contains(meant) ? RememberedNo.keyOf(each) : meant);
        }
        return said;
    }

    private record Said(Set<String> nos, Set<String> yeses) {}
}
