package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.Surroundings;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads small files that decide about consent, and remembers what it saw so that a change is noticed.
 *
 * <p>A file counts only when it is a regular file of the user or root that others cannot write, at most 64 KiB, and
 * unchanged while it was read. Nothing is opened before that is known: opening a pipe would wait for ever. Not for use by
 * several threads.
 */
public final class FileReading {
    private static final int ATTEMPTS = 3;

    /** A short command looks once or twice; whoever looks more often does so before each post. */
    private static final int FEW_LOOKS = 3;

    /** A file that is there. */
    public static final class Found {
        private final byte @Nullable [] bytes;
        private final boolean ownedByUser;
        private final String problem;

        private Found(byte @Nullable [] bytes, boolean ownedByUser, String problem) {
            this.bytes = bytes;
            this.ownedByUser = ownedByUser;
            this.problem = problem;
        }

        static Found refused(String problem) {
            return new Found(null, false, problem);
        }

        /** Its content, not copied; null when it is refused. */
        public byte @Nullable [] bytes() {
            return bytes;
        }

        /** Whether it belongs to the user. */
        public boolean ownedByUser() {
            return ownedByUser;
        }

        /** Why it is refused; empty when it is not. */
        public String problem() {
            return problem;
        }
    }

    private final Surroundings surroundings;
    private @Nullable Owner owner;
    private final List<Path> paths = new ArrayList<>();
    private final List<@Nullable FileFacts> facts = new ArrayList<>();
    private final Map<Path, byte[]> contents = new HashMap<>();
    private int looks;

    /** Starts with nothing seen. */
    public FileReading(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether a folder is there, or cannot be seen, so that its files have to be looked for one by one. */
    public boolean hasFolder(Path folder) {
        try {
            // Asked of java.io, where "no" is not an exception: most folders are not there.
            if (!folder.toFile().exists()) {
                paths.add(folder);
                facts.add(null);
                return isHidden(folder.toFile());
            }
            FileFacts seen = see(folder);
            return seen != null && (seen.isFolder() || seen.isLink());
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Whether the nearest folder above that can be seen does not let the user look any further. */
    private static boolean isHidden(File missing) {
        File above = missing.getParentFile();
        while (above != null && !above.exists()) {
            above = above.getParentFile();
        }
        return above != null && above.isDirectory() && !above.canExecute();
    }

    /** The file; null when it is not there. Never throws. */
    public @Nullable Found read(Path file) {
        try {
            FileFacts seen = see(file);
            if (seen == null) {
                return null;
            }
            Path parent = file.getParent();
            FileFacts folder = parent == null ? null : FileFacts.of(parent);
            if (parent == null || folder == null) {
                return Found.refused("it cannot be read");
            }
            if (seen.isLink() || folder.isLink()) {
                return readLinked(file);
            }
            if (!owner().trusts(parent, folder) || folder.othersCanReplace()) {
                return Found.refused("its folder can be written by somebody else");
            }
            return readPlain(file, false);
        } catch (RefusedException refused) {
            return Found.refused(refused.problem());
        } catch (IOException | RuntimeException unreadable) {
            return Found.refused("it cannot be read");
        }
    }

    private Found readLinked(Path link) throws IOException, RefusedException {
        Path end = new LinkCheck(owner()).follow(link);
        see(end);
        return readPlain(end, true);
    }

    private Found readPlain(Path file, boolean linked) throws IOException, RefusedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileFacts before = FileFacts.of(file);
            if (before == null) {
                return Found.refused("it cannot be read");
            }
            require(before.isRegularFile(), "it is not a regular file");
            require(owner().trusts(file, before), "it belongs to somebody else");
            require(linked ? before.onlyOwnerCanReplace() : !before.othersCanReplace(), "others can write it");
            require(before.size() <= Limits.BYTES, "it is larger than 64 KiB");
            byte[] bytes = bytes(file);
            if (FileFacts.same(before, FileFacts.of(file)) && bytes.length == before.size()) {
                contents.put(file, bytes);
                return new Found(bytes, owner().isUser(file, before), "");
            }
        }
        return Found.refused("it changes while it is read");
    }

    /** Made when the first file is there: to know the user costs more than to know that there is no file. */
    private Owner owner() {
        Owner known = owner == null ? new Owner(surroundings) : owner;
        owner = known;
        return known;
    }

    private static void require(boolean holds, String problem) throws RefusedException {
        if (!holds) {
            throw new RefusedException(problem, 0);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return in.readNBytes(Limits.BYTES + 1);
        }
    }

    private @Nullable FileFacts see(Path path) throws IOException {
        paths.add(path);
        facts.add(null);
        FileFacts seen = FileFacts.of(path);
        facts.set(facts.size() - 1, seen);
        return seen;
    }

    /**
     * What was seen, and what was not there, so that a later run can tell whether it would see the same.
     *
     * @return null where that cannot be told from the paths alone, because one is a link or has changed
     */
    public @Nullable List<FileSight> sights() {
        List<FileSight> sights = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            FileFacts seen = facts.get(i);
            if (seen != null && (seen.isLink() || (seen.isRegularFile() && !contents.containsKey(path)))) {
                return null;
            }
            sights.add(new FileSight(path.toString(), seen, contents.get(path)));
        }
        return isChanged() ? null : sights;
    }

    /** Whether anything that was looked at, or looked for, is not as it was. */
    public boolean isChanged() {
        looks = Math.min(FEW_LOOKS + 1, looks + 1);
        for (int i = 0; i < paths.size(); i++) {
            if (!FileFacts.same(facts.get(i), now(paths.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable FileFacts now(Path path) {
        try {
            return looks > FEW_LOOKS ? FileFacts.again(path) : FileFacts.of(path);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
