package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import dev.candor.telemetry.core.internal.files.FileMutex;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Writes answers into the tool's config files, the user's and the project's. */
final class ConfigAnswers {

    private static final int MAX_BYTES = 64 * 1024;

    private final ConsentRules rules;
    private final FilePlaces places;
    private final Home home;
    private final boolean keepInConfig;
    private final Duration patience;

    ConfigAnswers(ConsentRules rules, FilePlaces places, Home home, boolean keepInConfig, Duration patience) {
        this.rules = rules;
        this.places = places;
        this.home = home;
        this.keepInConfig = keepInConfig;
        this.patience = patience;
    }

    /** What to do with a file's text. */
    private interface Change {
        byte[] of(ConfigEdit edit, byte[] content) throws RefusedEdit;
    }

    /**
     * Writes into the user's files where a key is there already, so that none contradicts the record; and into the one that is
     * written to, made if need be, where the tool keeps its answers in its config.
     */
    void user(ConsentKeys keys, Proceedings notes) {
        Path kept = keepInConfig ? places.userConfig().orElse(null) : null;
        for (Path folder : places.userFolders()) {
            for (Format format : rules.formats()) {
                Path file = folder.resolve(FilePlaces.configName(format));
                boolean add = file.equals(kept);
                if (Files.exists(file)) {
                    change(file, format, (edit, content) -> set(edit, content, keys, add), notes);
                } else if (add) {
                    create(file, format, keys, notes);
                }
            }
        }
    }

    /** Writes a no into the project's files, where there are any; takes a no back that was written so. */
    void project(ConsentKeys keys, Proceedings notes) {
        if (places.userFolders().contains(places.projectFolder())) {
            return;
        }
        for (Format format : rules.formats()) {
            Path file = places.projectFolder().resolve(FilePlaces.configName(format));
            if (Files.exists(file)) {
                change(file, format, (edit, content) -> forbid(edit, content, keys), notes);
            }
        }
    }

    private byte[] set(ConfigEdit edit, byte[] content, ConsentKeys keys, boolean add) throws RefusedEdit {
        byte[] changed = content;
        for (Map.Entry<String, Boolean> each : keys.values().entrySet()) {
            boolean wanted = add && keys.mayAdd(each.getKey(), rules);
            if (wanted || edit.has(changed, each.getKey())) {
                changed = edit.set(changed, each.getKey(), Written.plain(each.getValue()));
            }
        }
        return changed;
    }

    /** A project's yes would have no effect, so only a no is ever written. */
    private byte[] forbid(ConfigEdit edit, byte[] content, ConsentKeys keys) throws RefusedEdit {
        byte[] changed = content;
        for (Map.Entry<String, Boolean> each : keys.values().entrySet()) {
            String key = each.getKey();
            if (each.getValue()) {
                changed = edit.undo(changed, key);
            } else if (keys.mayAdd(key, rules) || edit.has(changed, key)) {
                String note = edit.saysTrue(changed, key) ? Written.WAS_YES : Written.BY_OFF;
                changed = edit.set(changed, key, new Written(false, note));
            }
        }
        return changed;
    }

    private void change(Path file, Format format, Change change, Proceedings notes) {
        try {
            // A linked file stays linked: what is replaced is the file at the end.
            Path real = file.toRealPath();
            ConfigEdit edit = new ConfigEdit(format);
            byte[] before = PrivateFiles.read(real, MAX_BYTES);
            if (change.of(edit, before) == before) {
                return;
            }
            home.requireWritableFor(real);
            FileMutex.hold(lock(real), patience, () -> {
                byte[] now = PrivateFiles.read(real, MAX_BYTES);
                byte[] changed = change.of(edit, now);
                if (changed != now) {
                    PrivateFiles.replace(real, changed, home);
                    PrivateFiles.sweep(real);
                }
                return true;
            });
            notes.wrote(file);
        } catch (IOException | RuntimeException e) {
            notes.leftAlone(file, e);
        }
    }

    private void create(Path file, Format format, ConsentKeys keys, Proceedings notes) {
        try {
            ConfigEdit edit = new ConfigEdit(format);
            home.makeFoldersFor(file);
            FileMutex.hold(lock(file), patience, () -> {
                byte[] content = Files.exists(file) ? PrivateFiles.read(file, MAX_BYTES) : null;
                for (Map.Entry<String, Boolean> each : keys.values().entrySet()) {
                    Written value = Written.plain(each.getValue());
                    content = content == null
                            ? edit.fresh(each.getKey(), value)
                            : edit.set(content, each.getKey(), value);
                }
                if (content != null) {
                    PrivateFiles.replace(file, content, home);
                    notes.wrote(file);
                }
                return true;
            });
        } catch (IOException | RuntimeException e) {
            notes.leftAlone(file, e);
        }
    }

    private static Path lock(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".candor-lock");
    }
}
