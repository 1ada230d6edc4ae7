package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds a tool's config files, wherever they are allowed to be, and reads those that are there. */
public final class ConfigFiles {
    private final FilePlaces places;
    private final List<Format> formats;

    /** The config files of a tool in its places. */
    public ConfigFiles(FilePlaces places, List<Format> formats) {
        this.places = places;
        this.formats = formats;
    }

    /** All that are there: the policy, the user's, the project's. */
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
        if (!reading.hasFolder(folder)) {
            return;
        }
        for (Format each : formats) {
            String name = scope == Scope.POLICY ? FilePlaces.policyName(each) : FilePlaces.configName(each);
            Path file = folder.resolve(name);
            FileReading.Found read = reading.read(file);
            if (read != null) {
                byte[] bytes = read.bytes();
                Content content = bytes == null ? new Content.Refused(read.problem(), 0) : ConfigText.read(each, bytes);
                found.add(new ConfigSource(scope, file.toString(), content, read.ownedByUser()));
            }
        }
    }
}
