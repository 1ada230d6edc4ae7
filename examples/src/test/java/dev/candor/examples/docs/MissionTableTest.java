package dev.candor.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/mission.md} names a test for each requirement, and every test that it names is there. */
class MissionTableTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final int COLUMNS = 4;
    private static final int LEAST_ROWS = 50;

    @Test
    void rows_eachRequirement_namesTestsThatExist() throws IOException {
        Map<String, String> tests = tests();
        List<String> rows = rows();

        List<String> wrong = new ArrayList<>();
        for (String row : rows) {
            String shownBy = row.split("\\|")[COLUMNS - 1];
            Matcher named = NAMED.matcher(shownBy);
            int found = 0;
            while (named.find()) {
                found++;
                if (!tests.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "(")) {
                    wrong.add("there is no " + named.group());
                }
            }
            if (found == 0) {
                wrong.add("no test is named for:" + row);
            }
        }

        assertThat(rows).hasSizeGreaterThanOrEqualTo(LEAST_ROWS);
        assertThat(wrong).isEmpty();
    }

    /** The rows of the tables of requirements; the page has a table of figures too. */
    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        String head = "";
        for (String line : Files.readAllLines(PROJECT.resolve("docs/mission.md"))) {
            if (!line.startsWith("|")) {
                head = "";
            } else if (head.isEmpty()) {
                head = line;
            } else if (head.startsWith("| requirement |") && line.startsWith("| ")) {
                rows.add(line);
            }
        }
        return rows;
    }

    /** The text of each test by its class's name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.find(PROJECT, 16, (file, facts) -> isTest(file))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                tests.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
            }
        }
        return tests;
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("/src/test/java/") && file.toString().endsWith(".java");
    }
}
