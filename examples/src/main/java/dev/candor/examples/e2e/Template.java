package dev.candor.examples.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A configuration of a peer, in which names in capitals stand for ports. */
final class Template {
    private Template() {}

    /** Writes it with the ports; returns where. */
    static Path fill(Path template, Path to, Map<String, Integer> ports) throws IOException {
        String text = Files.readString(template);
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            text = text.replace(":" + port.getKey(), ":" + port.getValue());
        }
        return Files.writeString(to, text);
    }
}
