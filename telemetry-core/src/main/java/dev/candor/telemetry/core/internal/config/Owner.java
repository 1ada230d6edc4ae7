package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Whose files are trusted: the user's own and root's. */
final class Owner {
    private final OptionalInt uid;
    private final String name;
    private final boolean windows;

    Owner(Surroundings surroundings) {
        this.uid = surroundings.uid();
        this.name = surroundings.userName();
        this.windows = surroundings.isWindows();
    }

    /** Whether a path belongs to the user or to root. Windows keeps a user's folders apart by other means. */
    boolean trusts(Path path, FileFacts facts) throws IOException {
        return windows || facts.uid() == 0 || isUser(path, facts);
    }

    /** Whether a path belongs to the user alone. */
    boolean isUser(Path path, FileFacts facts) throws IOException {
        if (windows) {
            return true;
        }
        if (uid.isPresent()) {
            return facts.uid() == uid.getAsInt();
        }
        return !name.isEmpty()
                && name.equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName());
    }
}
