package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about writing a backend shows the code that is compiled and run here. */
class WritingABackendTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- cut from (\\w+\\.java) -->\n```java\n(.*?)\n```\n", Pattern.DOTALL);
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @Test
    void page_eachSnippet_isCutFromTheCompiledSource() throws IOException {
        String page = Files.readString(MODULE.resolveSibling("docs/writing-a-backend.md"));
        List<String> sources = new ArrayList<>();

        Matcher snippet = SNIPPET.matcher(page);
        while (snippet.find()) {
            Path source = MODULE.resolve("src/test/java/dev/example/webhook").resolve(snippet.group(1));
            sources.add(snippet.group(1));
            assertThat(Files.readString(source)).as(snippet.group(1)).contains(snippet.group(2));
        }

        assertThat(sources)
                .containsExactly(
                        "WebhookProvider.java", "WebhookBackend.java", "WebhookJson.java", "WebhookContractTest.java");
        assertThat(page.split("```java", -1)).as("snippets without a source").hasSize(sources.size() + 1);
    }
}
