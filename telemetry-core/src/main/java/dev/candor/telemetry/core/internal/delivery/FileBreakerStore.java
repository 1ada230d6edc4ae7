package dev.candor.telemetry.core.internal.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Keeps a breaker's state in a small file, readable by its owner only and replaced as a whole. */
public final class FileBreakerStore implements BreakerStore {
    private static final int LONGEST = 1_024;

    private final Path file;

    /** Keeps it in {@code file}, whose directory must be there when something is kept. */
    public FileBreakerStore(Path file) {
        this.file = file;
    }

    @Override
    public @Nullable BreakerState load() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return null;
            }
            return BreakerState.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    @Override
    public void save(BreakerState state) {
        Path whole = null;
        try {
            whole = Files.createTempFile(file.toAbsolutePath().getParent(), "breaker", ".tmp", ownerOnly());
            Files.write(whole, state.line().getBytes(StandardCharsets.UTF_8));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException notKept) {
            // The next process makes one attempt too many; that is all it costs.
            delete(whole);
        }
    }

    @Override
    public void clear() {
        delete(file);
    }

    private static void delete(@Nullable Path gone) {
        try {
            if (gone != null) {
                Files.deleteIfExists(gone);
            }
        } catch (IOException | RuntimeException stays) {
            // An old state only delays the next process's first attempt, by an hour at most.
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
