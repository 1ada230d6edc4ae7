package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes, while an answer is written, what was written and what was not. */
final class Proceedings {

    private final @Nullable Path home;
    private final List<String> written = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Proceedings(@Nullable Path home) {
        this.home = home;
    }

    /** Notes of their own, for attempts of which one has to succeed. */
    Proceedings apart() {
        return new Proceedings(home);
    }

    /** Adds to {@code notes} what was written, and forgets the attempts that failed before. */
    void onlyWritten(Proceedings notes) {
        notes.written.addAll(written);
    }

    /** Adds everything to {@code notes}. */
    void all(Proceedings notes) {
        notes.written.addAll(written);
        notes.problems.addAll(problems);
    }

    void wrote(Path file) {
        written.add(shown(file));
    }

    void leftAlone(Path file, Exception reason) {
        problems.add(shown(file) + " was left as it is: " + words(reason));
    }

    void couldNotKeep(String reason) {
        problems.add("The answer could not be kept and holds for this run only: " + reason);
    }

    /** For a folder as a whole. */
    void couldNotKeep(Path folder, Exception reason) {
        couldNotKeep(shown(folder) + ": " + words(reason));
    }

    Recorded finish(Map<Purpose, Answer> answers, boolean kept) {
        return new Recorded(answers, kept, written, problems);
    }

    private String shown(Path file) {
        Path base = home;
        return base != null && file.startsWith(base) ? "~/" + base.relativize(file) : file.toString();
    }

    /** A reason without the path, which file system exceptions give as their whole message. */
    private static String words(Exception reason) {
        if (reason instanceof AccessDeniedException) {
            return "it may not be written";
        }
        if (reason instanceof FileSystemException problem) {
            String words = problem.getReason();
            return words == null ? reason.getClass().getSimpleName() : words;
        }
        String message = reason.getMessage();
        return reason instanceof IOException && message != null ? message : reason.toString();
    }
}
