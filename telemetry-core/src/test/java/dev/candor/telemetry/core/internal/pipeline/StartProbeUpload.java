package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Uploader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a {@link StartProbe}'s upload process begins with: it leaves a file, so that a test sees that it ran. */
public final class StartProbeUpload implements Uploader {

    /** Made by its name in the process that delivers. */
    public StartProbeUpload() {}

    @Override
    public Candor candor() {
        try {
            Files.writeString(Path.of(System.getenv("HOME"), "uploaded"), "");
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return Candor.tool("probetool", "1.0.0").build();
    }
}
