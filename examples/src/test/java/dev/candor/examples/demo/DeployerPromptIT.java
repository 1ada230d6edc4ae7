package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question of {@code deployer}: on first interactive use and at installation, once, at a real terminal. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeployerPromptIT {
    private static final String QUESTION = "May deployer send reports of its own errors? [y/N] ";

    private Sandbox sandbox;
    private String deployer;

    @BeforeAll
    static void terminal() {
        Terminal.assumeThereIsOne();
    }

    @BeforeEach
    void newHome() throws IOException {
        sandbox = new Sandbox(Path.of("bin").toAbsolutePath());
        sandbox.with("DEPLOYER_OPTS", "-Ddeployer.detached=no");
        deployer = "'" + sandbox.program("deployer") + "'";
        Path site = Files.createDirectories(sandbox.work().resolve("site"));
        Files.writeString(site.resolve("index.html"), "<p>hello</p>\n", StandardCharsets.UTF_8);
    }

    @AfterEach
    void remove() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"y, true", "yes, true", "'', false", "n, false", "sure, false"})
    void firstUse_atATerminal_asksOnceAndKeepsTheAnswer(String answer, boolean tracking) throws Exception {
        try (Terminal first = Terminal.run(sandbox, deployer + " deploy site")) {
            Sandbox.Ended ended = first.await(QUESTION).type(answer + "\n").ended();
            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("site.zip: 1 files");
        }

        assertThat(config()).isEqualTo("tracking: " + tracking + "\n");
        try (Terminal second = Terminal.run(sandbox, deployer + " deploy site")) {
            assertThat(second.ended().output()).doesNotContain("[y/N]");
        }
    }

    @Test
    void firstUse_helpVersionOrCi_asksNobody() throws Exception {
        for (String line : new String[] {"--version", "deploy --help"}) {
            try (Terminal terminal = Terminal.run(sandbox, deployer + " " + line)) {
                assertThat(terminal.ended().output()).doesNotContain("[y/N]");
            }
        }
        sandbox.with("CI", "true");
        try (Terminal terminal = Terminal.run(sandbox, deployer + " deploy site")) {
            assertThat(terminal.ended().output()).contains("site.zip: 1 files").doesNotContain("[y/N]");
        }
        assertThat(sandbox.filesInHome()).isEmpty();
    }

    /** As {@code curl … | sh} does it: standard input is the script, and the person is at the terminal. */
    @Test
    void install_byAPipedScript_asksAtTheTerminal() throws Exception {
        String script = "echo " + deployer + " install | sh";

        try (Terminal terminal = Terminal.run(sandbox, script)) {
            Sandbox.Ended ended = terminal.await(QUESTION).type("y\n").ended();
            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("deployer is ready");
        }

        assertThat(config()).isEqualTo("tracking: true\n");
    }

    @Test
    void install_answeredBeforehand_asksNobodyAlsoInCi() throws Exception {
        sandbox.with("CI", "true");

        try (Terminal terminal = Terminal.run(sandbox, deployer + " install --tracking=true")) {
            assertThat(terminal.ended().output()).contains("deployer is ready").doesNotContain("[y/N]");
        }

        assertThat(config()).isEqualTo("tracking: true\n");
    }

    private String config() throws IOException {
        return Files.readString(sandbox.home().resolve(".deployer/config.yaml"), StandardCharsets.UTF_8);
    }
}
