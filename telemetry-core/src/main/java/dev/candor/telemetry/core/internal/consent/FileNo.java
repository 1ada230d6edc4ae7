package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.ConfigText;
import dev.candor.telemetry.core.internal.config.Content;
import dev.candor.telemetry.core.internal.config.Entry;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, with few classes loaded, that the user's own files forbid usage events, or that nobody ever allowed any: who refused
 * pays least.
 *
 * <p>It only ever concludes no, and only where {@link ConsentResolver} concludes it too, whatever the files that are not read here
 * say; a test holds the two together. A file that the resolver would refuse (a foreign one, a link) forbids there as well.
 */
public final class FileNo {
    private static final String SAYS_NO = "\nanswer.usage=no ";
    private static final String ERRORS_TOO = "\nanswer.errors=no ";

    /** Longer ones are refused, and are not for here. */
    private static final int LONGEST = 64 * 1024;

    private final Surroundings surroundings;
    private final String tool;
    private final String prefix;

    /**
     * A tool in its surroundings.
     *
     * @param prefix what its variables begin with, without {@code _}
     */
    public FileNo(String tool, String prefix, Surroundings surroundings) {
        this.tool = tool;
        this.prefix = prefix;
        this.surroundings = surroundings;
    }

    /**
     * Whether usage events are forbidden, and this run has nothing to ask. False means that the gate has to decide.
     *
     * @param usualRules whether the tool chose no rules of its own, so that silence is a no
     * @param quiet whether this run asks nobody
     */
    public boolean stands(boolean usualRules, boolean quiet) {
        try {
            boolean anyRecord = false;
            for (Path each : FilePlaces.userFolders(tool, surroundings)) {
                String record = text(each.resolve(RecordedAnswer.FILE_NAME).toFile());
                if (record != null && record.contains(SAYS_NO) && (quiet || record.contains(ERRORS_TOO))) {
                    return RecordFormat.isWhole(record);
                }
                anyRecord |= record != null;
            }
            // Beside a record, a no of a config file has to be remembered there, which is the gate's.
            return usualRules && quiet && !anyRecord && !isSpokenOf() && isOffByConfig() && !hasOtherFiles();
        } catch (IOException | RuntimeException doubtful) {
            return false;
        }
    }

    /** Whether a variable speaks of the tool: it may be a yes, or a slip that somebody has to be told of. */
    private boolean isSpokenOf() {
        for (String name : surroundings.environment().keySet()) {
            if (name.contains(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody else may have written a file. It cannot allow anything, but somebody may have to be told of it. */
    private boolean hasOtherFiles() {
        Path project = surroundings.workingDirectory().resolve(".".concat(tool));
        Path home = surroundings.home();
        boolean isUsers = home != null && project.equals(home.resolve(".".concat(tool)));
        Path machine = surroundings.machineFolder();
        return (!isUsers && project.toFile().exists())
                || (machine != null && machine.resolve(tool).toFile().exists());
    }

    /** Whether the user's config says no in plain words, or there is none. */
    private boolean isOffByConfig() throws IOException {
        boolean any = false;
        for (Path each : FilePlaces.userFolders(tool, surroundings)) {
            byte[] bytes =
                    bytes(each.resolve(FilePlaces.configName(Format.TOML)).toFile());
            if (bytes != null && saysNo(bytes)) {
                return true;
            }
            any |= bytes != null;
        }
        return !any;
    }

    private boolean saysNo(byte[] config) {
        if (!(ConfigText.readPlain(Format.TOML, config) instanceof Content.Entries entries)) {
            return false;
        }
        String key = "runtime.".concat(tool).concat("_telemetry");
        for (Entry each : entries.all()) {
            boolean decides = KillSwitch.is(each.key()) || each.key().equals(key);
            if (decides && each.kind() == Entry.Kind.SCALAR && Meaning.of(each.text()) == Meaning.NO) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String text(File file) throws IOException {
        byte[] bytes = bytes(file);
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What a file holds; null where there is none. */
    private static byte @Nullable [] bytes(File file) throws IOException {
        if (!file.exists()) {
            return null;
        }
        if (!file.isFile() || file.length() > LONGEST) {
            throw new IOException("not for here");
        }
        try (FileInputStream in = new FileInputStream(file)) {
            return in.readNBytes(LONGEST);
        }
    }
}
