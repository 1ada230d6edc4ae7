package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.internal.route.SipHash;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a path showed to a run that decided: nothing, a folder, or a file with its mode, owner and whole content. */
public final class FileSight {
    private static final int MODE_AND_OWNER = 8;
    private static final long NOTHING = 0;

    private final String path;
    private final @Nullable FileFacts facts;
    private final byte @Nullable [] content;

    FileSight(String path, @Nullable FileFacts facts, byte @Nullable [] content) {
        this.path = path;
        this.facts = facts;
        this.content = content;
    }

    /** What a path shows now. */
    public static FileSight of(Path path) throws IOException {
        FileFacts facts = FileFacts.of(path);
        boolean file = facts != null && facts.isRegularFile();
        byte[] content = facts == null || !file ? null : read(path.toFile(), facts, Limits.BYTES);
        return new FileSight(path.toString(), facts, content);
    }

    /** Where it was. */
    public String path() {
        return path;
    }

    /** What it was, in one number. Two that differ have different numbers, but for one chance in 2^63. */
    public long number(SipHash hash) {
        return number(facts, content == null ? new byte[0] : content, hash);
    }

    /**
     * The number that a path has now.
     *
     * @throws IOException when it is a link, or cannot be seen or read
     */
    public static long numberOf(String path, SipHash hash) throws IOException {
        File file = new File(path);
        FileFacts facts = FileFacts.of(file.toPath());
        byte[] content = {};
        if (facts != null && facts.isRegularFile()) {
            content = read(file, facts, Limits.BYTES);
        } else if (facts != null && !facts.isFolder()) {
            throw new IOException("neither a file nor a folder");
        }
        return number(facts, content, hash);
    }

    /**
     * The content of a file that nobody but this user can write or read; null where there is none.
     *
     * @param uid the user's number; negative where the system has none
     */
    public static byte @Nullable [] readPrivate(File file, int uid, int most) throws IOException {
        FileFacts facts = file.exists() ? FileFacts.of(file.toPath()) : null;
        boolean mine = facts != null && facts.isRegularFile() && (uid < 0 || facts.isPrivateOf(uid));
        return facts == null || !mine ? null : read(file, facts, most);
    }

    private static byte[] read(File file, FileFacts facts, int most) throws IOException {
        if (facts.size() > most) {
            throw new IOException("too large");
        }
        try (FileInputStream in = new FileInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length != facts.size()) {
                throw new IOException("it changes while it is read");
            }
            return bytes;
        }
    }

    private static long number(@Nullable FileFacts facts, byte[] content, SipHash hash) {
        if (facts == null) {
            return NOTHING;
        }
        byte[] all = new byte[MODE_AND_OWNER + content.length];
        for (int i = 0; i < 4; i++) {
            all[i] = (byte) (facts.mode() >>> (8 * i));
            all[4 + i] = (byte) (facts.uid() >>> (8 * i));
        }
        System.arraycopy(content, 0, all, MODE_AND_OWNER, content.length);
        return hash.hash(all) | 1;
    }
}
