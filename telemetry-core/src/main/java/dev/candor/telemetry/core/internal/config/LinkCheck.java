package dev.candor.telemetry.core.internal.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path through its links, one name at a time.
 *
 * <p>Every link and every folder on the way must belong to, and be replaceable by, the user or root alone; otherwise somebody
 * else could decide where the path ends.
 */
final class LinkCheck {
    private static final int MOST_LINKS = 16;

    private final Owner owner;
    private int links;

    LinkCheck(Owner owner) {
        this.owner = owner;
    }

    /** Where the path ends. */
    Path follow(Path path) throws IOException, RefusedException {
        Path reached = root(path);
        enter(reached);
        Path rest = path.toAbsolutePath().normalize();
        rest = rest.getNameCount() == 0 ? null : rest.subpath(0, rest.getNameCount());
        return walk(reached, rest);
    }

    private Path walk(Path start, @Nullable Path names) throws IOException, RefusedException {
        Path reached = start;
        for (int i = 0; names != null && i < names.getNameCount(); i++) {
            String name = names.getName(i).toString();
            if (name.equals("..")) {
                Path parent = reached.getParent();
                reached = parent == null ? reached : parent;
                continue;
            }
            Path next = name.equals(".") || name.isEmpty() ? reached : reached.resolve(name);
            FileFacts facts = FileFacts.of(next);
            if (facts == null) {
                throw new RefusedException("it is a link to nothing", 0);
            }
            boolean last = i == names.getNameCount() - 1;
            reached = facts.isLink() ? target(next, facts) : last ? next : enter(next);
        }
        return reached;
    }

    private Path target(Path link, FileFacts facts) throws IOException, RefusedException {
        if (++links > MOST_LINKS) {
            throw new RefusedException("it is a link that goes round in circles", 0);
        }
        if (!owner.trusts(link, facts)) {
            throw new RefusedException("a link on the way belongs to somebody else", 0);
        }
        Path target = Files.readSymbolicLink(link);
        Path parent = link.getParent();
        Path start = target.isAbsolute() || parent == null ? root(target) : parent;
        Path reached = walk(start, target.getNameCount() == 0 ? null : target.subpath(0, target.getNameCount()));
        FileFacts end = FileFacts.of(reached);
        return end != null && end.isFolder() ? enter(reached) : reached;
    }

    private Path enter(Path folder) throws IOException, RefusedException {
        FileFacts facts = FileFacts.of(folder);
        if (facts == null || !owner.trusts(folder, facts) || !facts.onlyOwnerCanReplace()) {
            throw new RefusedException("a folder on the way can be written by somebody else", 0);
        }
        return folder;
    }

    private static Path root(Path path) {
        Path root = path.toAbsolutePath().getRoot();
        return root == null ? path.toAbsolutePath() : root;
    }
}
