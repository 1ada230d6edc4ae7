package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentReport;
import dev.candor.telemetry.core.internal.consent.Decision;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import dev.candor.telemetry.core.internal.context.HostFiles;
import dev.candor.telemetry.core.internal.recording.AnswerBook;
import dev.candor.telemetry.core.internal.recording.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks or tells a person about telemetry, where that is due and somebody is there.
 *
 * <p>Called once, before the first event, on the thread that starts the tool. Nothing here throws; whatever goes wrong, nobody
 * has said yes.
 */
public final class Asker {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConsentRules rules;
    private final Surroundings surroundings;
    private final AnswerBook book;
    private final Listeners listeners;
    private final Pace pace;
    private final AnswerLine line;
    private final Duration patience;

    /** Asks through the process's own terminal. */
    public Asker(ConsentRules rules, Surroundings surroundings, AnswerBook book) {
        this(rules, surroundings, book, HostFiles.ofThisMachine(), Pace.real(), terminal(surroundings), PATIENCE);
    }

    Asker(
            ConsentRules rules,
            Surroundings surroundings,
            AnswerBook book,
            HostFiles files,
            Pace pace,
            AnswerLine line,
            Duration patience) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.book = book;
        this.listeners = new Listeners(surroundings, files);
        this.pace = pace;
        this.line = line;
        this.patience = patience;
    }

    static AnswerLine terminal(Surroundings surroundings) {
        AnswerLine polled = new PolledLine(surroundings.in(), Pace.real());
        return surroundings.isWindows() ? polled : new TerminalLine(Path.of("/dev/tty"), polled);
    }

    /** Asks, or shows the notice, when {@code report} leaves something open. */
    public Asked askIfDue(ConsentReport report, RunKind run) {
        Set<Purpose> open = open(report);
        if (open.isEmpty() || rules.embedded() || rules.asking() == Asking.NONE) {
            return Asked.NOT_DUE;
        }
        if (run == RunKind.QUIET) {
            return Asked.nobody("the output is not for people");
        }
        String nobody = listeners.nobody();
        if (!nobody.isEmpty()) {
            return Asked.nobody(nobody);
        }
        if (run == RunKind.SERVICE) {
            return logNotice(open);
        }
        return switch (rules.asking()) {
            case PROMPT -> prompt(open);
            case BLOCKING_NOTICE -> countdown(open);
            case NOTICE -> showNotice();
            case NONE -> Asked.NOT_DUE;
        };
    }

    /**
     * Asks while the tool is installed.
     *
     * @param preset what the installer was told beforehand, for instance by a variable; null where it was not
     */
    public Asked askAtInstall(ConsentReport report, @Nullable Boolean preset) {
        Set<Purpose> open = open(report);
        if (open.isEmpty() || rules.embedded()) {
            return Asked.NOT_DUE;
        }
        if (preset != null) {
            return recorded(sameFor(open, preset), How.INSTALLER);
        }
        String nobody = listeners.nobody();
        String silent = nobody.isEmpty() ? listeners.cannotAnswerInstaller() : nobody;
        return silent.isEmpty()
                ? recorded(new Prompt(wording(), line, patience).ask(open), How.INSTALLER)
                : Asked.nobody(silent);
    }

    private Asked prompt(Set<Purpose> open) {
        String silent = listeners.cannotAnswer();
        if (!silent.isEmpty()) {
            return Asked.nobody(silent);
        }
        if (isInputWaiting()) {
            return Asked.nobody("the next line was typed before the question");
        }
        return recorded(new Prompt(wording(), line, patience).ask(open), How.PROMPT);
    }

    private Asked countdown(Set<Purpose> open) {
        String silent = listeners.cannotAnswer();
        if (!silent.isEmpty()) {
            return Asked.nobody(silent);
        }
        Boolean decided = new Countdown(wording(), surroundings.in(), pace).run(rules.countdown());
        if (decided != null) {
            return recorded(sameFor(open, decided), How.COUNTDOWN);
        }
        if (isOnByDefault(open)) {
            book.noticeShown(true);
        }
        return Asked.TOLD;
    }

    private Asked showNotice() {
        String unseen = listeners.cannotSee();
        if (!unseen.isEmpty()) {
            return Asked.nobody(unseen);
        }
        if (wasShown(true)) {
            return Asked.NOT_DUE;
        }
        wording().notice();
        Recorded kept = book.noticeShown(true);
        for (String problem : kept.problems()) {
            surroundings.err().println(problem);
        }
        return Asked.TOLD;
    }

    /** A service has no terminal: its log is told, and the grace begins. */
    private Asked logNotice(Set<Purpose> open) {
        if (!isOnByDefault(open)) {
            return Asked.nobody("a service cannot be asked");
        }
        if (wasShown(false)) {
            return Asked.NOT_DUE;
        }
        if (!log().isLoggable(System.Logger.Level.WARNING)) {
            return Asked.nobody("the log does not take the notice");
        }
        log().log(System.Logger.Level.WARNING, rules.notice());
        book.noticeShown(false);
        return Asked.TOLD;
    }

    private Asked recorded(Map<Purpose, Boolean> answers, How how) {
        Recorded kept = book.record(answers, how);
        wording().outcome(kept);
        return new Asked(kept.answers(), false, "");
    }

    private boolean wasShown(boolean onTerminal) {
        Optional<NoticeShown> shown = book.notice();
        return shown.isPresent()
                && shown.get().version() >= rules.noticeVersion()
                && (shown.get().onTerminal() || !onTerminal);
    }

    private boolean isOnByDefault(Set<Purpose> open) {
        for (Purpose purpose : open) {
            if (rules.defaultFor(purpose)) {
                return true;
            }
        }
        return false;
    }

    /** What was typed before the question cannot be its answer. */
    private boolean isInputWaiting() {
        try {
            return surroundings.in().available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private Set<Purpose> open(ConsentReport report) {
        Set<Purpose> open = new TreeSet<>();
        for (Purpose purpose : rules.purposes()) {
            if (purpose.audience() == Audience.MAINTAINER
                    && report.decision(purpose).state() == Decision.State.UNDECIDED) {
                open.add(purpose);
            }
        }
        return open;
    }

    private static Map<Purpose, Boolean> sameFor(Set<Purpose> purposes, boolean answer) {
        Map<Purpose, Boolean> answers = new TreeMap<>();
        for (Purpose purpose : purposes) {
            answers.put(purpose, answer);
        }
        return answers;
    }

    private Wording wording() {
        return new Wording(rules, surroundings.err());
    }

    /** Asked for when there is something to say: a logger takes milliseconds to make. */
    private static System.Logger log() {
        return System.getLogger("dev.candor.telemetry");
    }
}
