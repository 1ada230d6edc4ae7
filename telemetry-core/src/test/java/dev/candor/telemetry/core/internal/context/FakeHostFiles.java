package dev.candor.telemetry.core.internal.context;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A machine that has just these files. */
public record FakeHostFiles(Map<String, String> contents) implements HostFiles {

    public static final FakeHostFiles NONE = new FakeHostFiles(Map.of());

    @Override
    public boolean exists(String path) {
        return contents.containsKey(path);
    }

    @Override
    public String head(String path, int maxBytes) {
        String content = contents.getOrDefault(path, "");
        return content.substring(0, Math.min(maxBytes, content.length()));
    }

    @Override
    public List<String> names(String folder, int max) {
        TreeSet<String> names = new TreeSet<>();
        for (String path : contents.keySet()) {
            if (path.startsWith(folder + "/")) {
                names.add(path.substring(folder.length() + 1).split("/")[0]);
            }
        }
        return names.stream().limit(max).toList();
    }
}
