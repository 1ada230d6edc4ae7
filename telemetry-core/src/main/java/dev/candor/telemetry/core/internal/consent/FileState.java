package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.ConfigFiles;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import dev.candor.telemetry.core.internal.config.FileReading;
import dev.candor.telemetry.core.internal.config.FileSight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that files say at one moment, and whether that is still so. Not for use by several threads. */
final class FileState {
    private final FileReading reading;
    private final List<ConfigSource> config;
    private final List<RecordSource> records;

    FileState(ConsentRules rules, Surroundings surroundings, FilePlaces places) {
        this.reading = new FileReading(surroundings);
        this.records = records(places, reading);
        boolean withMissing = RecordedAnswer.anyRemembered(records);
        this.config = new ConfigFiles(places, rules.formats(), withMissing).read(reading);
    }

    private static List<RecordSource> records(FilePlaces places, FileReading reading) {
        List<RecordSource> found = new ArrayList<>(2);
        for (Path folder : places.userFolders()) {
            Path file = folder.resolve(RecordedAnswer.FILE_NAME);
            FileReading.Found read = reading.hasFolder(folder) ? reading.read(file) : null;
            if (read != null) {
                byte[] bytes = read.bytes();
                found.add(
                        bytes == null
                                ? new RecordSource(file.toString(), null, read.problem(), 0)
                                : RecordSource.of(file.toString(), bytes));
            }
        }
        return found;
    }

    List<ConfigSource> config() {
        return config;
    }

    List<RecordSource> records() {
        return records;
    }

    @Nullable
    List<FileSight> sights() {
        return reading.sights();
    }

    boolean isChanged() {
        return reading.isChanged();
    }
}
