package dev.candor.telemetry.core.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.context.FakeHostFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenersTest {

    @ParameterizedTest
    @CsvSource({
        "RANK,0,true", "RANK,1,false", "GLOBAL_RANK,00,true", "SLURM_PROCID,12,false", "OMPI_COMM_WORLD_RANK,3,false",
        "RANK,'',true", "RANK,first,true", "RANK,-1,true", "RANK,99999999999999999999,false", "RANK,' 1 ',false"
    })
    void mainProcess_rank_isTheFirst(String variable, String rank, boolean main) {
        assertThat(MainProcess.is(Map.of(variable, rank))).isEqualTo(main);
    }

    @Test
    void mainProcess_garbageInTheFirstVariable_looksAtTheNext() {
        assertThat(MainProcess.is(Map.of())).isTrue();
        assertThat(MainProcess.is(Map.of("RANK", "x", "SLURM_PROCID", "2"))).isFalse();
        assertThat(MainProcess.is(Map.of("RANK", "0", "SLURM_PROCID", "2"))).isTrue();
    }

    @Test
    void foreground_groupOfTheTerminal_decides() {
        assertThat(foreground("77 (a) b) c) S 1 500 400 34816 500 4194304 1")).isTrue();
        assertThat(foreground("77 (java) S 1 500 400 34816 400 4194304 1")).isFalse();
        assertThat(foreground("77 (java) S 1")).isTrue();
        assertThat(Foreground.is(FakeHostFiles.NONE)).isTrue();
    }

    private static boolean foreground(String stat) {
        return Foreground.is(new FakeHostFiles(Map.of("/proc/self/stat", stat)));
    }

    /** Blaxel's vectors (BLX-49), and beyond them help and output for machines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "--version",
                "completion bash",
                "__complete x",
                "help",
                "get --help",
                "-h",
                "get -o json",
                "get --output=json",
                "get -ojson",
                "get --format YAML",
                "get --json",
                "generate-completion",
                "-V"
            })
    void isQuiet_outputForMachinesOrHelp_isQuiet(String line) {
        assertThat(QuietCommands.isQuiet(List.of(line.split(" ")), Map.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-v", "get", "get -o table", "get -o", "run -- --json", "get versions", "-output", "--format"})
    void isQuiet_outputForPeople_isNot(String line) {
        assertThat(QuietCommands.isQuiet(List.of(line.split(" ")), Map.of())).isFalse();
    }

    @Test
    void isQuiet_noArgumentsOrCompletion_dependsOnTheShell() {
        assertThat(QuietCommands.isQuiet(List.of(), Map.of())).isFalse();
        assertThat(QuietCommands.isQuiet(List.of(), Map.of("COMP_LINE", "loader ")))
                .isTrue();
    }
}
