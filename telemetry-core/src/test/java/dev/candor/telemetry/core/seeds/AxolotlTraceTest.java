package dev.candor.telemetry.core.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.redaction.Redactor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axolotl's stack traces as text: what of a path stays. The names that were left in folders of one's own do not. */
class AxolotlTraceTest {
    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "AXO-40 | File \"/home/u/.local/lib/python3.9/site-packages/axolotl/cli/train.py\", line 4 | File \"<path>/site-packages/axolotl/cli/train.py\", line 4",
                "AXO-41 | File \"C:\\Users\\n\\AppData\\lib\\site-packages\\transformers\\trainer.py\", line 4 | File \"<path>\\site-packages\\transformers\\trainer.py\", line 4",
                "AXO-42 | File \"/home/u/v/site-packages/axolotl/train.py\" File \"/home/u/v/site-packages/transformers/t.py\" File \"/home/u/v/site-packages/torch/x.py\" | File \"<path>/site-packages/axolotl/train.py\" File \"<path>/site-packages/transformers/t.py\" File \"<path>/site-packages/torch/x.py\"",
                "AXO-43 | File \"/home/u/venv/lib/python3.9/site-packages/torch/_tensor.py\", line 1 | File \"<path>/site-packages/torch/_tensor.py\", line 1",
                "AXO-44 | File \"/usr/local/lib/python3.8/dist-packages/torch/nn/modules.py\", line 1 | File \"<path>/dist-packages/torch/nn/modules.py\", line 1",
                "AXO-45 | File \"/home/u/projects/p/src/app.py\", line 1 ValueError: bad shape | File \"<path>/app.py\", line 1 ValueError: bad shape",
                "AXO-46 | File \"C:\\Users\\n\\proj\\run.py\", line 1 | File \"<path>\\run.py\", line 1",
                "AXO-47 | File \"/home/axolotl/secret/run.py\", line 1 | File \"<path>/run.py\", line 1",
                "AXO-48 | File \"/home/u/axolotl-configs/acme-merger/run.py\", line 1 | File \"<path>/run.py\", line 1",
                "AXO-49 | File \"/home/u/axolotl/src/axolotl/train.py\", line 1 | File \"<path>/train.py\", line 1",
                "AXO-50 | File \"/usr/lib/python3.9/json/__init__.py\", line 1 | File \"<path>/__init__.py\", line 1",
                "AXO-51 | copied /home/u/a.txt to /home/u/b.txt | copied <path> to <path>",
                "AXO-52 | No such file: '/home/u/secret.txt' | No such file: '<path>'",
                "AXO-52 | data = open(\"/home/u/secret.txt\") | data = open(\"<path>\")",
                "AXO-53 | File \"<stdin>\", line 1 | File \"<stdin>\", line 1",
                "AXO-53 | File \"<frozen runpy>\", line 1 | File \"<frozen runpy>\", line 1",
                "AXO-53 | File \"\", line 1 | File \"\", line 1",
                "AXO-53 | File \"/home/u/secret/\", line 1 | File \"<path>\", line 1",
                "AXO-54 | File \"/home/u/site-packages/x/site-packages/torch/y.py\", line 1 | File \"<path>/site-packages/torch/y.py\", line 1"
            })
    void line_ofAStackTrace_keepsNoFolderOfThePersons(String id, String line, String kept) {
        assertThat(redactor.redact(line)).isEqualTo(kept);
    }
}
