package dev.candor.examples.trainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The settings of a training run, from a YAML file.
 *
 * @param tree the whole file, as it was written
 * @param baseModel the model that the run is derived from, such as {@code google/names-tiny}; reported if its organisation is listed
 * @param steps after how many steps training ends, however many epochs are left
 * @param loggingSteps after how many steps progress is reported
 * @param outputDir where the trained model goes
 */
record TrainerConfig(
        Map<String, Object> tree,
        String baseModel,
        int width,
        double learningRate,
        int batchSize,
        int epochs,
        long steps,
        long loggingSteps,
        long seed,
        Path outputDir) {

    /**
     * Reads a config.
     *
     * @throws ConfigMistake when the file cannot be read or a setting has no sense
     */
    static TrainerConfig read(Path file) {
        try {
            return of(parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException missing) {
            throw new ConfigMistake("there is no file " + file);
        } catch (MarkedYAMLException noYaml) {
            throw new ConfigMistake(place(file, noYaml) + ": " + noYaml.getProblem());
        } catch (IOException | YAMLException unreadable) {
            throw new ConfigMistake(file + " cannot be read: " + firstLine(unreadable));
        } catch (ConfigMistake mistake) {
            throw new ConfigMistake(file + ": " + mistake.getMessage());
        }
    }

    /** Takes settings out of a parsed file. */
    static TrainerConfig of(Map<String, Object> tree) {
        return new TrainerConfig(
                tree,
                String.valueOf(tree.getOrDefault("base_model", "")),
                (int) whole(tree, "hidden_size", 64, 1, 4096),
                real(tree, "learning_rate", 0.02),
                (int) whole(tree, "micro_batch_size", 64, 1, 1 << 20),
                (int) whole(tree, "num_epochs", 240, 1, 1_000_000),
                whole(tree, "max_steps", Long.MAX_VALUE, 1, Long.MAX_VALUE),
                whole(tree, "logging_steps", 500, 1, Long.MAX_VALUE),
                whole(tree, "seed", 42, Long.MIN_VALUE, Long.MAX_VALUE),
                Path.of(String.valueOf(tree.getOrDefault("output_dir", "trainer-output"))));
    }

    /** The same with one setting changed, as if the file had said so. */
    TrainerConfig with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(tree);
        changed.put(key, value);
        return of(changed);
    }

    private static Map<String, Object> parse(String text) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        Map<String, Object> tree = new LinkedHashMap<>();
        if (read instanceof Map<?, ?> map) {
            map.forEach((key, value) -> tree.put(String.valueOf(key), value));
        } else if (read != null) {
            throw new ConfigMistake("a config is a list of settings, each with a key");
        }
        return tree;
    }

    private static long whole(Map<String, Object> tree, String key, long fallback, long least, long most) {
        Object value = tree.getOrDefault(key, fallback);
        if (value instanceof Number number && number.longValue() >= least && number.longValue() <= most) {
            return number.longValue();
        }
        throw new ConfigMistake(key + " is a whole number " + range(least, most) + ", not " + value);
    }

    private static String range(long least, long most) {
        return most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    }

    private static double real(Map<String, Object> tree, String key, double fallback) {
        Object value = tree.getOrDefault(key, fallback);
        if (value instanceof Number number && number.doubleValue() > 0) {
            return number.doubleValue();
        }
        throw new ConfigMistake(key + " is a number above 0, not " + value);
    }

    private static String place(Path file, MarkedYAMLException noYaml) {
        Mark mark = noYaml.getProblemMark();
        return mark == null ? file.toString() : file + ":" + (mark.getLine() + 1);
    }

    private static String firstLine(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
