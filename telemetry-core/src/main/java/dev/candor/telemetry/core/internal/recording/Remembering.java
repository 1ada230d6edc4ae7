package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.ConfigFiles;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import dev.candor.telemetry.core.internal.config.FileReading;
import dev.candor.telemetry.core.internal.consent.ConfigMemory;
import dev.candor.telemetry.core.internal.consent.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the record's memory of what config files said no to. For the holder of the record's lock. */
final class Remembering {

    private final ConsentRules rules;
    private final Surroundings surroundings;
    private final FilePlaces places;
    private final RecordFile record;

    Remembering(ConsentRules rules, Surroundings surroundings, FilePlaces places, RecordFile record) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.places = places;
        this.record = record;
    }

    /** Adds what the files say no to now. They are read here, with the lock held: an answer may have changed them. */
    boolean keep(Proceedings notes) {
        List<ConfigSource> config = files(false);
        ConfigMemory memory = new ConfigMemory(rules);
        return record.remember(before -> memory.after(before, config), true, notes);
    }

    /** Forgets what the yeses among some answers take back. */
    void takeBack(Map<Purpose, Boolean> answers, Proceedings notes) {
        Set<Subject> allowed = new TreeSet<>();
        for (Map.Entry<Purpose, Boolean> each : answers.entrySet()) {
            if (each.getValue()) {
                allowed.add(Subject.of(each.getKey()));
            }
        }
        List<ConfigSource> config = files(true);
        ConfigMemory memory = new ConfigMemory(rules);
        record.remember(before -> memory.afterYes(before, allowed, config), false, notes);
    }

    private List<ConfigSource> files(boolean withMissing) {
        return new ConfigFiles(places, rules.formats(), withMissing).read(new FileReading(surroundings));
    }
}
