package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** README and the page for adopters show the code that is compiled and run here. */
class AdoptingTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- cut from (\\w+\\.java) -->\n```java\n(.*?)\n```\n", Pattern.DOTALL);
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({"README.md, 1", "docs/adopting.md, 4"})
    void page_eachSnippet_isCutFromTheCompiledSource(String name, int snippets) throws IOException {
        String page = Files.readString(MODULE.getParent().resolve(name));
        int found = 0;

        Matcher snippet = SNIPPET.matcher(page);
        while (snippet.find()) {
            found++;
            Path source = MODULE.resolve("src/test/java/dev/example/worker").resolve(snippet.group(1));
            assertThat(unindented(Files.readString(source)))
                    .as(snippet.group(1))
                    .contains(unindented(snippet.group(2)));
        }

        assertThat(found).isEqualTo(snippets);
        assertThat(page.split("```java", -1)).as("snippets without a source").hasSize(snippets + 1);
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^\\s+", "");
    }
}
