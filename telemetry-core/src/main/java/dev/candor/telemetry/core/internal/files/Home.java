package dev.candor.telemetry.core.internal.files;

import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A user's home, to whose owner everything that is made inside it belongs.
 *
 * <p>Under {@code sudo} a tool runs as root with the user's home: what it made there would be root's, and the user's own
 * runs could not change it any more.
 */
public final class Home {

    private final @Nullable Path folder;
    private final boolean root;

    /** @param folder the home, or null where there is none */
    public Home(@Nullable Path folder) {
        this(folder, false);
    }

    private Home(@Nullable Path folder, boolean root) {
        this.folder = folder == null ? null : folder.toAbsolutePath().normalize();
        this.root = root;
    }

    /** The home of the user that a process runs for, and whether it runs as root. */
    public static Home of(Surroundings surroundings) {
        OptionalInt uid = surroundings.uid();
        return new Home(surroundings.home(), uid.isPresent() && uid.getAsInt() == 0);
    }

    /**
     * Refuses what root must not write for somebody else: a user could have put a link there that leads to the system's files.
     *
     * @throws IOException when this is root and {@code existing} does not belong to the owner of the home
     */
    public void requireWritableFor(Path existing) throws IOException {
        Path home = folder;
        PosixFileAttributeView owner = home == null ? null : view(home);
        PosixFileAttributeView there = view(existing);
        if (!root || owner == null || there == null) {
            return;
        }
        UserPrincipal user = owner.readAttributes().owner();
        if (!user.equals(there.readAttributes().owner())) {
            throw new IOException("it does not belong to the owner of the home folder");
        }
    }

    /** Makes the folder of {@code file}, and the folders above it, as far as they are missing: private to the owner. */
    public Path makeFoldersFor(Path file) throws IOException {
        Path wanted = file.toAbsolutePath().getParent();
        if (wanted == null) {
            throw new IOException("no folder: " + file);
        }
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = wanted; at != null && !Files.isDirectory(at); at = at.getParent()) {
            missing.push(at);
        }
        for (Path next : missing) {
            try {
                Files.createDirectory(next, PrivateFiles.attributes(next, "rwx------"));
                giveToOwner(next);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                if (!Files.isDirectory(next)) {
                    throw e;
                }
            }
        }
        requireWritableFor(wanted);
        return wanted;
    }

    /** Gives a file or folder that was just made inside the home to the home's owner. Outside it, nothing changes. */
    public void giveToOwner(Path made) throws IOException {
        Path home = folder;
        if (home == null || !made.toAbsolutePath().normalize().startsWith(home)) {
            return;
        }
        PosixFileAttributeView view = view(made, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributeView owner = view(home);
        if (view != null && owner != null) {
            give(view, owner.readAttributes());
        }
    }

    static void copyOwnerAndMode(Path from, Path to) throws IOException {
        PosixFileAttributeView source = view(from);
        PosixFileAttributeView target = view(to, LinkOption.NOFOLLOW_LINKS);
        if (source != null && target != null) {
            PosixFileAttributes attributes = source.readAttributes();
            give(target, attributes);
            target.setPermissions(attributes.permissions());
        }
    }

    /** Only root may give files away; everybody else's files have the right owner already. */
    private static void give(PosixFileAttributeView made, PosixFileAttributes like) throws IOException {
        PosixFileAttributes now = made.readAttributes();
        if (!now.owner().equals(like.owner())) {
            made.setOwner(like.owner());
        }
        if (!now.group().equals(like.group())) {
            try {
                made.setGroup(like.group());
            } catch (IOException e) {
                // A file of the user's in a group that the user has left: the owner is what counts.
                return;
            }
        }
    }

    private static @Nullable PosixFileAttributeView view(Path path, LinkOption... options) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, options);
    }
}
