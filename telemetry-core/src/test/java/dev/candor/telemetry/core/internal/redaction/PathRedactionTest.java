package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathRedactionTest {

    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "open /home/zoe/plans.csv failed|open <path> failed",
                "open '/home/zoe k/my plans.csv' failed|open '<path>' failed",
                "open /Users/zoe/Library/Application Support/Shop/a.db: locked|open <path>: locked",
                "open C:\\Users\\zoe\\plans.csv failed|open <path> failed",
                "open C:\\Users\\Zoe Kay\\plans.csv failed|open <path> failed",
                "open \"C:\\\\Users\\\\zoe\\\\plans.csv\"|open \"<path>\"",
                "open d:/data/plans.csv failed|open <path> failed",
                "open \\\\nas4\\finance\\plans.csv failed|open <path> failed",
                "open //nas4/finance/plans.csv failed|open <path> failed",
                "open \\\\wsl$\\Ubuntu\\home\\zoe failed|open <path> failed",
                "open \\\\?\\C:\\Users\\zoe\\a.txt failed|open <path> failed",
                "open /mnt/c/Users/zoe/a.txt failed|open <path> failed",
                "open /c/Users/zoe/a.txt failed|open <path> failed",
                "open ~/plans/a.txt and ~zoe/b.txt|open <path> and <path>",
                "open $HOME/plans or %USERPROFILE%\\plans|open <path> or <path>",
                "open file:///home/zoe/plans.csv failed|open <path> failed",
                "PATH=/home/zoe/bin:/opt/tool/bin|PATH=<path>:<path>",
                "No such file: /acme/merger/plans|No such file: <path>",
                "at /acme/merger/plans.xlsx, line 3|at <path>, line 3",
                "(/var/lib/acme/x), then|(<path>), then",
                "at fn (/home/zoe/app/index.js:10:5)|at fn (<path>/index.js:10:5)",
                "git:/home/zoe/repo/index.js.git|git:<path>",
                "/home/u/a.py and /home/u/b.py|<path>/a.py and <path>/b.py",
            })
    void path_ofAnySystem_isRemoved(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    // Python's frames: below a package root the package stays; else a source file's name, at most.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/home/u/.local/lib/python3.9/site-packages/axolotl/cli/train.py|<path>/site-packages/axolotl/cli/train.py",
                "C:\\Users\\n\\Lib\\site-packages\\transformers\\models\\a.py|<path>\\site-packages\\transformers\\models\\a.py",
                "/home/u/venv/lib/python3.9/site-packages/torch/_tensor.py|<path>/site-packages/torch/_tensor.py",
                "/usr/local/lib/python3.8/dist-packages/torch/utils/a.py|<path>/dist-packages/torch/utils/a.py",
                "/home/u/projects/p/src/app.py|<path>/app.py",
                "C:\\Users\\n\\proj\\run.py|<path>\\run.py",
                "/home/axolotl/secret/run.py|<path>/run.py",
                "/home/u/axolotl-configs/acme-merger/run.py|<path>/run.py",
                "/usr/lib/python3.9/json/__init__.py|<path>/__init__.py",
                "No such file: '/home/u/secret.txt'|No such file: '<path>'",
                "<stdin>, <frozen runpy>|<stdin>, <frozen runpy>",
                "/home/u/data/|<path>",
                "/home/u/site-packages/acme/site-packages/torch/a.py|<path>/site-packages/torch/a.py",
            })
    void frame_ofPython_keepsThePackage(String path, String expected) {
        assertThat(redactor.redact("File \"" + path + "\", line 83")).isEqualTo("File \"" + expected + "\", line 83");
        assertThat(redactor.redact("at " + path)).isEqualTo("at " + expected);
    }

    @Test
    void traceback_whole_keepsItsMessage() {
        String text =
                "Traceback (most recent call last):\n  File \"/home/u/proj/run.py\", line 3, in main\n    load()\n"
                        + "ValueError: Model path not found\n";

        assertThat(redactor.redact(text))
                .isEqualTo("Traceback (most recent call last):\n  File \"<path>/run.py\", line 3, in main\n    load()\n"
                        + "ValueError: Model path not found\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /users/{id}/orders and /api/v1/items/42",
                "POST /upload/report.json HTTP/1.1",
                "mapped to /orders/:id",
                "src/main/java/com/acme/App.java",
                "at java.base/java.lang.Thread.run(Thread.java:833)",
                "at app//com.acme.App.main(App.java:3)",
                "application/json; text/html",
                "and/or, 3/4, km/h, n/a",
                "s/a/b/",
                "// a comment",
                "a \\d+\\.\\d+ regex",
                "node_modules/express/lib/router.js:14",
                "~5 items, ~ok",
                "jar:nested",
            })
    void text_thatIsNoPath_isKept(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }
}
