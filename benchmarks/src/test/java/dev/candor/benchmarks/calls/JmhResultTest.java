package dev.candor.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMH's result, as version 1.37 writes it. */
class JmhResultTest {
    @TempDir
    Path folder;

    @Test
    void read_jmhsFile_hasMedianAndAllocation() throws IOException {
        Path file = Files.writeString(folder.resolve("jmh.json"), """
            [{"benchmark": "dev.candor.benchmarks.calls.RedactionCalls.clean", "mode": "avgt", "threads": 2,
              "params": {"length": "200"},
              "primaryMetric": {"score": 2.0, "rawData": [[1.0, 2.0, 6.0]]},
              "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 48.0}}}]
            """, StandardCharsets.UTF_8);

        List<JmhResult> read = JmhResult.read(file);

        assertThat(read).hasSize(1);
        JmhResult result = read.get(0);
        assertThat(result.benchmark()).isEqualTo("RedactionCalls.clean");
        assertThat(result.parameter()).isEqualTo("200");
        assertThat(result.threads()).isEqualTo(2);
        assertThat(result.median()).isEqualTo(2.0);
        assertThat(result.bytes()).isEqualTo(48.0);
    }
}
