package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.Config;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import dev.candor.telemetry.core.internal.config.FileSight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The decision as it stands now, for a pipeline that asks before every event.
 *
 * <p>Safe for use by several threads. {@link #allows(Purpose)} is one volatile read. Files are not read while the environment
 * or the command line alone forbid everything.
 */
public final class ConsentGate {

    /** In place of a mask while nothing is allowed and only time is missing. Negative, so that one comparison finds it. */
    private static final int WAITING = Integer.MIN_VALUE;

    private static final int LOOK_EACH = 256;

    private static final int USAGE = Subject.USAGE.bit();

    private static final int MAINTAINERS = Subject.USAGE.bit() | Subject.ERRORS.bit();

    private final ConsentRules rules;
    private final Surroundings surroundings;
    private final Invocation invocation;
    private final Instant startedAt;
    private final FilePlaces places;
    private final List<WithdrawalListener> listeners = new CopyOnWriteArrayList<>();

    /** Guards what follows, except that {@link #mask} and {@link #report} are read without it. */
    private final Object lock = new Object();

    private @Nullable Diagnostics diagnostics;
    private @Nullable FileState files;
    private @Nullable RecordedAnswer given;
    private boolean nobodyToAsk;
    private @Nullable NoKeeper keeper;
    private volatile ConsentReport report;
    private volatile int mask;
    private volatile @Nullable Runnable onceAllowed;
    /** How often it was asked while waiting. Races only make it look a little later. */
    private int asked;

    private ConsentGate(ConsentRules rules, Surroundings surroundings, Invocation invocation) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.startedAt = surroundings.clock().instant();
        this.places = new FilePlaces(rules, surroundings);
        this.report = open();
        this.mask = mask(report);
        say(report.diagnostics());
    }

    private ConsentReport open() {
        if (!EarlyNo.stands(rules, surroundings.environment(), invocation)) {
            files = new FileState(rules, surroundings, places);
        }
        return ConsentResolver.resolve(inputs(startedAt));
    }

    /** Reads the sources and decides. Never throws for what a person wrote. */
    public static ConsentGate open(ConsentRules rules, Surroundings surroundings, Invocation invocation) {
        return new ConsentGate(rules, surroundings, invocation);
    }

    /** Whether a purpose may be collected for its own audience now. */
    public boolean allows(Purpose purpose) {
        int now = mask;
        return ((now < 0 ? look() : now) & Subject.of(purpose).bit()) != 0;
    }

    /** Whether usage events may be made now: one volatile read and nothing else, for the programs that said no. */
    public boolean allowsUsage() {
        int now = mask;
        return ((now < 0 ? look() : now) & USAGE) != 0;
    }

    /** Whether a route may carry a purpose now. */
    public boolean allows(Purpose purpose, Audience audience) {
        int now = mask;
        return ((now < 0 ? look() : now) & Subject.of(purpose, audience).bit()) != 0;
    }

    /** Whether the maintainer may be told anything now. */
    public boolean allowsMaintainer() {
        int now = mask;
        return now > 0 && (now & MAINTAINERS) != 0;
    }

    /** Whether anything at all may be collected now. */
    public boolean allowsAnything() {
        return mask > 0;
    }

    /**
     * Has {@code action} run when the first thing is allowed, on the thread that noticed.
     *
     * <p>No thread watches the time while nothing is allowed. The events that are not recorded do, now and then.
     */
    public void onceAllowed(Runnable action) {
        onceAllowed = action;
    }

    private int look() {
        if (++asked % LOOK_EACH == 0) {
            refreshIfChanged();
        }
        return Math.max(0, mask);
    }

    private static int mask(ConsentReport report) {
        return report.mask() == 0 && report.changesAt().isPresent() ? WAITING : report.mask();
    }

    /** The report behind the decision, with everything that was heard. */
    public ConsentReport report() {
        readFiles();
        return report;
    }

    /** The settings of destinations, as they were read last. */
    public Config config() {
        return Config.of(rules, surroundings.environment(), readFiles().config());
    }

    /** The recorded answers, as they were read last. */
    public List<RecordSource> records() {
        return readFiles().records();
    }

    /** All files behind the decision; null where one changed since, or a later run could not compare them. */
    public @Nullable List<FileSight> sights() {
        synchronized (lock) {
            return files == null || given != null ? null : files.sights();
        }
    }

    /** Where the tool's files are. */
    public FilePlaces places() {
        return places;
    }

    /** Looks whether a file changed or a grace ended, decides again if so, and says whether it did. Microseconds for each file. */
    public boolean refreshIfChanged() {
        synchronized (lock) {
            FileState seen = files;
            if (seen == null) {
                return false;
            }
            Instant end = report.changesAt().orElse(null);
            boolean due = end != null && !surroundings.clock().instant().isBefore(end);
            if (!due && !seen.isChanged()) {
                return false;
            }
        }
        refresh();
        return true;
    }

    /** Reads everything again, as after an answer was recorded. */
    public void refresh() {
        synchronized (lock) {
            files = new FileState(rules, surroundings, places);
        }
        decideAgain();
    }

    /** Takes answers for this run, whether or not they could be recorded. */
    public void answered(Map<Purpose, RecordedAnswer.Answer> answers) {
        synchronized (lock) {
            RecordedAnswer all = given == null ? RecordedAnswer.NONE : given;
            for (Map.Entry<Purpose, RecordedAnswer.Answer> each : answers.entrySet()) {
                all = all.with(each.getKey(), each.getValue());
            }
            given = all;
        }
        decideAgain();
    }

    /** Says that there is nobody to ask, so that what is undecided is denied. */
    public void nobodyToAsk() {
        synchronized (lock) {
            nobodyToAsk = true;
        }
        decideAgain();
    }

    /**
     * Has every no of a config file written down, now and whenever something changes.
     *
     * <p>Where no record is there yet, only a no that is all that stands against a yes is worth one.
     */
    public void rememberWith(NoKeeper noKeeper) {
        synchronized (lock) {
            keeper = noKeeper;
        }
        remember();
    }

    private void remember() {
        NoKeeper told;
        synchronized (lock) {
            told = files != null && keeper != null && isWorthKeeping() ? keeper : null;
        }
        if (told != null) {
            told.keep();
        }
    }

    /** The memory's class is loaded only where a config file says no, or did. */
    private boolean isWorthKeeping() {
        ConsentInputs inputs = inputs(surroundings.clock().instant());
        boolean any = report.hasNoOfConfig() || RecordedAnswer.anyRemembered(inputs.records());
        return any && new ConfigMemory(rules).isNews(inputs);
    }

    /** Adds a listener. */
    public void onWithdrawal(WithdrawalListener listener) {
        listeners.add(listener);
    }

    private FileState readFiles() {
        boolean first;
        FileState state;
        synchronized (lock) {
            first = files == null;
            state = files == null ? new FileState(rules, surroundings, places) : files;
            files = state;
        }
        if (first) {
            decideAgain();
        }
        return state;
    }

    private void decideAgain() {
        ConsentReport after;
        int withdrawn;
        Runnable first;
        synchronized (lock) {
            after = ConsentResolver.resolve(inputs(surroundings.clock().instant()));
            withdrawn = mask & ~after.mask();
            first = after.mask() == 0 ? null : onceAllowed;
            onceAllowed = after.mask() == 0 ? onceAllowed : null;
            mask = mask(after);
            report = after;
        }
        if (first != null) {
            first.run();
        }
        say(after.diagnostics());
        WithdrawalListener.tell(listeners, withdrawn, after);
        remember();
    }

    /** Tells the log what is wrong with a setting, once for each thing that is wrong. */
    public void say(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Diagnostics log;
        synchronized (lock) {
            log = diagnostics == null ? new Diagnostics() : diagnostics;
            diagnostics = log;
        }
        log.say(lines);
    }

    private ConsentInputs inputs(Instant now) {
        FileState state = files;
        List<RecordSource> records = new ArrayList<>(state == null ? List.of() : state.records());
        if (given != null) {
            records.add(new RecordSource("this run", given, "", 0));
        }
        return new ConsentInputs(
                rules,
                surroundings.environment(),
                surroundings.properties(),
                state == null ? List.of() : state.config(),
                records,
                invocation,
                startedAt,
                now,
                nobodyToAsk);
    }
}
