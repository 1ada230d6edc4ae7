package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds a tool's config files, wherever they are allowed to be, and reads those that are there. */
public final class ConfigFiles {
    private final FilePlaces places;
    private final List<Format> formats;
    private final boolean withMissing;

    /**
     * The config files of a tool in its places.
     *
     * @param withMissing whether those that are not there are told too, as {@link Content.Missing}
     */
    public ConfigFiles(FilePlaces places, List<Format> formats, boolean withMissing) {
        this.places = places;
        this.formats = formats;
        this.withMissing = withMissing;
    }

    /** The policy, the user's, the project's. */
    public List<ConfigSource> read(FileReading reading) {
        List<ConfigSource> found = new ArrayList<>(4);
        Path policy = places.policyFolder().orElse(null);
        if (policy != null) {
            folder(reading, Scope.POLICY, policy, found);
        }
        boolean projectIsUsers = false;
        for (Path each : places.userFolders()) {
            folder(reading, Scope.USER, each, found);
            projectIsUsers |= each.equals(places.projectFolder());
        }
        if (!projectIsUsers) {
            folder(reading, Scope.PROJECT, places.projectFolder(), found);
        }
        return found;
    }

    private void folder(FileReading reading, Scope scope, Path folder, List<ConfigSource> found) {
        boolean there = reading.hasFolder(folder);
        if (!there && !withMissing) {
            return;
        }
        for (Format each : formats) {
            String name = scope == Scope.POLICY ? FilePlaces.policyName(each) : FilePlaces.configName(each);
            Path file = folder.resolve(name);
            FileReading.Found read = there ? reading.read(file) : null;
            if (read != null) {
                byte[] bytes = read.bytes();
                Content content = bytes == null ? new Content.Refused(read.problem(), 0) : ConfigText.read(each, bytes);
                found.add(new ConfigSource(scope, file.toString(), content, read.ownedByUser()));
            } else if (withMissing) {
                found.add(new ConfigSource(scope, file.toString(), new Content.Missing(), false));
            }
        }
    }
}
