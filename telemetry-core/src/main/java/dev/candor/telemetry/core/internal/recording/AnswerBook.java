package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import dev.candor.telemetry.core.internal.consent.NoKeeper;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import dev.candor.telemetry.core.internal.files.FileMutex;
import dev.candor.telemetry.core.internal.files.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where answers about telemetry are written down.
 *
 * <p>Candor's own record comes first and is written whole and durably, so that a no holds from there on whatever happens to
 * the rest. Then the tool's config files follow, as far as they can be edited without disturbing anything else in them. One
 * process at a time writes; the last answer stands. Nothing here throws.
 */
public final class AnswerBook implements NoKeeper {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What only keeps in mind what a file says must not hold up the run. */
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final ConsentRules rules;
    private final Surroundings surroundings;
    private final Duration patience;
    private final Home home;
    private final RecordFile record;
    private final ConfigAnswers config;
    private final Remembering memory;

    /**
     * The book of one tool for one user.
     *
     * @param keepInConfig whether answers are kept in the user's config file too, which is made where it is missing, because
     *     other programs read them there; otherwise a key is changed there only where it is already
     */
    public AnswerBook(ConsentRules rules, Surroundings surroundings, boolean keepInConfig) {
        this(rules, surroundings, keepInConfig, PATIENCE);
    }

    /** The same with another time to wait for other writers. */
    AnswerBook(ConsentRules rules, Surroundings surroundings, boolean keepInConfig, Duration patience) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.patience = patience;
        FilePlaces places = new FilePlaces(rules, surroundings);
        this.home = Home.of(surroundings);
        this.record = new RecordFile(rules, places, home);
        this.config = new ConfigAnswers(rules, places, home, keepInConfig, patience);
        this.memory = new Remembering(rules, surroundings, places, record);
    }

    /** Records the same answer for some purposes. */
    public Recorded record(Set<Purpose> purposes, boolean yes, How how) {
        Map<Purpose, Boolean> answers = new TreeMap<>();
        for (Purpose purpose : purposes) {
            answers.put(purpose, yes);
        }
        return record(answers, how);
    }

    /**
     * Records answers by purpose.
     *
     * <p>Given by the telemetry command or a flag, a no is also written into this project's config file, where there is one, and
     * a yes takes back a no that was written there so.
     */
    public Recorded record(Map<Purpose, Boolean> answers, How how) {
        Instant now = now();
        Map<Purpose, Answer> given = new TreeMap<>();
        for (Map.Entry<Purpose, Boolean> each : answers.entrySet()) {
            given.put(each.getKey(), new Answer(each.getValue(), now, rules.noticeVersion(), how));
        }
        Proceedings notes = new Proceedings(surroundings.home());
        boolean kept = exclusively(answers.containsValue(false), notes, () -> {
            boolean written = record.update(before -> with(before, given), now, how, notes);
            ConsentKeys keys = ConsentKeys.of(rules, answers);
            config.user(keys, notes);
            if (how == How.COMMAND || how == How.FLAG) {
                config.project(keys, notes);
            }
            if (written && answers.containsValue(true)) {
                memory.takeBack(answers, notes);
            }
            return written;
        });
        return notes.finish(given, kept);
    }

    /** Records that the notice was shown. */
    public Recorded noticeShown(boolean onTerminal) {
        Instant now = now();
        Proceedings notes = new Proceedings(surroundings.home());
        NoticeShown shown = new NoticeShown(rules.noticeVersion(), now, onTerminal);
        boolean kept =
                exclusively(false, notes, () -> record.update(before -> before.with(shown), now, How.CODE, notes));
        return notes.finish(Map.of(), kept);
    }

    @Override
    public void keep() {
        Proceedings notes = new Proceedings(surroundings.home());
        Path lock = lock();
        try {
            if (lock != null) {
                FileMutex.hold(lock, GLANCE, () -> memory.keep(notes));
            }
        } catch (IOException | RuntimeException e) {
            // The next run that reads the file tries again; the file still says no itself.
            return;
        }
    }

    /** The notice that was shown, as far as the record can be read. */
    public Optional<NoticeShown> notice() {
        return record.current().notice();
    }

    private Instant now() {
        return surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static RecordedAnswer with(RecordedAnswer before, Map<Purpose, Answer> given) {
        RecordedAnswer after = before;
        for (Map.Entry<Purpose, Answer> each : given.entrySet()) {
            after = after.with(each.getKey(), each.getValue());
        }
        return after;
    }

    /** @param anyway whether to write even when others cannot be kept out: a no must not wait for anybody */
    private boolean exclusively(boolean anyway, Proceedings notes, FileMutex.Work<Boolean> work) {
        Path lock = lock();
        try {
            return lock == null ? work.run() : FileMutex.hold(lock, patience, work);
        } catch (IOException | RuntimeException e) {
            if (lock != null && anyway) {
                return unprotected(notes, work);
            }
            notes.couldNotKeep(e.toString());
            return false;
        }
    }

    private static boolean unprotected(Proceedings notes, FileMutex.Work<Boolean> work) {
        try {
            return work.run();
        } catch (IOException | RuntimeException e) {
            notes.couldNotKeep(e.toString());
            return false;
        }
    }

    /** In the first of the user's folders that is there or can be made; null where none can, and nothing can be kept. */
    private @Nullable Path lock() {
        for (Path folder : record.folders()) {
            Path lock = folder.resolve(RecordedAnswer.FILE_NAME + ".lock");
            if (canBeIn(lock)) {
                return lock;
            }
        }
        return null;
    }

    private boolean canBeIn(Path file) {
        try {
            home.makeFoldersFor(file);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
