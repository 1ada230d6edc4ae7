package dev.candor.examples.trainer;

import dev.candor.telemetry.AllowList;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The public organisations whose models may be named to the maintainer: {@code organisations.yaml} beside this class. */
final class Organisations {
    private Organisations() {}

    /** The list that the program was built with. */
    static AllowList ofProgram() {
        try (InputStream file = Organisations.class.getResourceAsStream("organisations.yaml")) {
            return read(file);
        } catch (IOException unreadable) {
            return AllowList.nothing();
        }
    }

    /** Reads a list; one that is missing, unreadable or anything but a list of names allows nothing. */
    static AllowList read(@Nullable InputStream yaml) {
        if (yaml == null) {
            return AllowList.nothing();
        }
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            Object listed = read instanceof Map<?, ?> map ? map.get("organisations") : null;
            Set<String> names = new HashSet<>();
            for (Object name : listed instanceof List<?> list ? list : List.of()) {
                if (!(name instanceof String text)) {
                    return AllowList.nothing();
                }
                names.add(text);
            }
            return new AllowList(names);
        } catch (YAMLException unreadable) {
            return AllowList.nothing();
        }
    }
}
