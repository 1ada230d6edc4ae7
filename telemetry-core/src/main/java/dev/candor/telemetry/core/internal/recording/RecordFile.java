package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import dev.candor.telemetry.core.internal.consent.RecordFormat;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RememberedNo;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Candor's own record of what was answered, in each of the user's folders that has one. */
final class RecordFile {

    private static final int MAX_BYTES = 64 * 1024;

    private final ConsentRules rules;
    private final FilePlaces places;
    private final Home home;

    RecordFile(ConsentRules rules, FilePlaces places, Home home) {
        this.rules = rules;
        this.places = places;
        this.home = home;
    }

    /** What is recorded in the first of the user's folders that has a record; nothing where that cannot be read. */
    RecordedAnswer current() {
        for (Path folder : folders()) {
            Path file = folder.resolve(RecordedAnswer.FILE_NAME);
            if (Files.exists(file)) {
                try {
                    return RecordFormat.read(PrivateFiles.read(file, MAX_BYTES));
                } catch (IOException | RecordFormat.DamagedException e) {
                    return RecordedAnswer.NONE;
                }
            }
        }
        return RecordedAnswer.NONE;
    }

    /**
     * Changes every record there is; where there is none, makes one in the first of the user's folders that lets it.
     *
     * @param now when, for what a damaged record is replaced by
     * @return whether the change is on disk
     */
    boolean update(UnaryOperator<RecordedAnswer> change, Instant now, RecordedAnswer.How how, Proceedings notes) {
        List<Path> existing = new ArrayList<>();
        for (Path folder : places.userFolders()) {
            Path file = folder.resolve(RecordedAnswer.FILE_NAME);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                existing.add(file);
            }
        }
        boolean kept = false;
        for (Path file : existing) {
            kept |= write(file, change, now, how, notes);
        }
        return kept || (existing.isEmpty() && writeFirst(change, now, how, notes));
    }

    /**
     * Changes what every record remembers, and nothing where that is nothing new. A damaged one stays as it is: it forbids
     * everything until a person replaces it.
     *
     * @param create whether to make a record where there is none
     */
    boolean remember(UnaryOperator<SortedSet<RememberedNo>> change, boolean create, Proceedings notes) {
        boolean found = false;
        for (Path folder : places.userFolders()) {
            Path file = folder.resolve(RecordedAnswer.FILE_NAME);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                found = true;
                remember(file, change, notes);
            }
        }
        SortedSet<RememberedNo> first = found || !create ? new TreeSet<>() : change.apply(new TreeSet<>());
        return found
                || first.isEmpty()
                || writeFirst(none -> none.remembering(first), Instant.EPOCH, RecordedAnswer.How.CODE, notes);
    }

    private void remember(Path file, UnaryOperator<SortedSet<RememberedNo>> change, Proceedings notes) {
        try {
            RecordedAnswer before = RecordFormat.read(PrivateFiles.read(file, MAX_BYTES));
            SortedSet<RememberedNo> after = change.apply(before.remembered());
            if (!after.equals(before.remembered())) {
                PrivateFiles.replace(file, RecordFormat.write(before.remembering(after)), home);
            }
        } catch (IOException | RuntimeException | RecordFormat.DamagedException e) {
            notes.couldNotKeep(file, e);
        }
    }

    /** The user's folders, the one that is written to first. */
    List<Path> folders() {
        List<Path> folders = new ArrayList<>(places.userFolders());
        Path first = places.userFolder().orElse(null);
        if (first != null) {
            folders.remove(first);
            folders.add(0, first);
        }
        return folders;
    }

    private boolean writeFirst(
            UnaryOperator<RecordedAnswer> change, Instant now, RecordedAnswer.How how, Proceedings notes) {
        List<Path> folders = folders();
        Proceedings attempts = notes.apart();
        for (Path folder : folders) {
            if (write(folder.resolve(RecordedAnswer.FILE_NAME), change, now, how, attempts)) {
                attempts.onlyWritten(notes);
                return true;
            }
        }
        attempts.all(notes);
        if (folders.isEmpty()) {
            notes.couldNotKeep("there is no home folder");
        }
        return false;
    }

    private boolean write(
            Path file, UnaryOperator<RecordedAnswer> change, Instant now, RecordedAnswer.How how, Proceedings notes) {
        try {
            PrivateFiles.replace(file, RecordFormat.write(change.apply(read(file, now, how))), home);
            PrivateFiles.sweep(file);
            notes.wrote(file);
            return true;
        } catch (IOException | RuntimeException e) {
            notes.couldNotKeep(file, e);
            return false;
        }
    }

    /**
     * What a record says. A damaged one says no to everything until it is replaced. What replaces it says no to everything that
     * people are asked about, but for the purposes that are answered now.
     */
    private RecordedAnswer read(Path file, Instant now, RecordedAnswer.How how) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return RecordedAnswer.NONE;
        }
        try {
            return RecordFormat.read(PrivateFiles.read(file, MAX_BYTES));
        } catch (IOException | RecordFormat.DamagedException e) {
            RecordedAnswer denied = RecordedAnswer.NONE;
            for (Purpose purpose : Purpose.values()) {
                if (purpose.audience() == Audience.MAINTAINER) {
                    denied = denied.with(purpose, new Answer(false, now, rules.noticeVersion(), how));
                }
            }
            return denied;
        }
    }
}
