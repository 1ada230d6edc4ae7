package dev.candor.telemetry.core.internal.context;

import java.util.ArrayList;
import java.util.List;

/** Files of this machine, with a note of each question, so that a later run can ask the same ones again. Safe for use by several threads. */
public final class NotedFiles implements HostFiles {
    private final HostFiles files;
    private final List<Question> questions = new ArrayList<>();

    /** Asks {@code files}. */
    public NotedFiles(HostFiles files) {
        this.files = files;
    }

    /**
     * Something that was asked.
     *
     * @param kind what about
     * @param path of which file or folder
     * @param most how many bytes or names count
     * @param words what was looked for; empty where nothing was
     */
    public record Question(char kind, String path, int most, List<String> words) {
        /** Whether something is there. */
        public static final char EXISTS = 'e';
        /** How it begins. */
        public static final char HEAD = 'h';
        /** Which words it holds. */
        public static final char MENTIONS = 'm';
        /** What a folder holds. */
        public static final char NAMES = 'n';

        /** Copies {@code words}. */
        public Question {
            words = List.copyOf(words);
        }
    }

    /** What was asked so far. */
    public synchronized List<Question> questions() {
        return List.copyOf(questions);
    }

    @Override
    public boolean exists(String path) {
        note(Question.EXISTS, path, 0);
        return files.exists(path);
    }

    @Override
    public String head(String path, int maxBytes) {
        note(Question.HEAD, path, maxBytes);
        return files.head(path, maxBytes);
    }

    @Override
    public int mentions(String path, int maxBytes, String... words) {
        note(Question.MENTIONS, path, maxBytes, words);
        return files.mentions(path, maxBytes, words);
    }

    @Override
    public List<String> names(String folder, int max) {
        note(Question.NAMES, folder, max);
        return files.names(folder, max);
    }

    private synchronized void note(char kind, String path, int most, String... words) {
        questions.add(new Question(kind, path, most, List.of(words)));
    }
}
