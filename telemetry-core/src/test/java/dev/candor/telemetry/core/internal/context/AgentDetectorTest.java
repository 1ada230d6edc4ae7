package dev.candor.telemetry.core.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentDetectorTest {

    private static String detect(Map<String, String> env) {
        return AgentDetector.detect(env, FakeHostFiles.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "CLAUDECODE,1,claude_code",
        "CLAUDE_CODE_ENTRYPOINT,cli,claude_code",
        "CLAUDE_CODE_SESSION_ID,abc,claude_code",
        "CURSOR_AGENT,1,cursor",
        "CURSOR_SANDBOX,seatbelt,cursor_cli",
        "CURSOR_EXTENSION_HOST_ROLE,agent-exec,cursor_cli",
        "GEMINI_CLI,1,gemini_cli",
        "QWEN_CODE,1,qwen_code",
        "CODEX_CI,1,codex",
        "CODEX_THREAD_ID,any,codex",
        "CODEX_SANDBOX,any,codex",
        "ANTIGRAVITY_AGENT,1,antigravity",
        "AUGMENT_AGENT,1,augment",
        "CLINE_ACTIVE,true,cline",
        "ROO_ACTIVE,true,roo_code",
        "CRUSH,1,crush",
        "IFLOW_CLI,1,iflow_cli",
        "OPENCODE,1,opencode",
        "OPENCODE_PID,77,opencode",
        "TRAE_AI_SHELL_ID,x,trae",
        "GOOSE_TERMINAL,1,goose",
        "REPL_ID,x,replit",
        "AMP_CURRENT_THREAD_ID,T-1,amp",
        "COPILOT_MODEL,gpt,github_copilot",
        "AWS_EXECUTION_ENV,AmazonQ-For-CLI Version/1,amazon_q_cli",
        "AGENT,goose,goose",
        "AI_AGENT,goose@1.2.3,goose",
        "AI_AGENT,claude-code_2.1.0_cli,claude_code",
        "AGENT,CURSOR-CLI,cursor_cli",
        "AGENT,devin,devin",
    })
    void detect_agentsVariable_namesTheAgent(String variable, String value, String agent) {
        assertThat(detect(Map.of(variable, value))).isEqualTo(agent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", " off "})
    void detect_switchThatIsOff_isNoAgent(String value) {
        assertThat(detect(Map.of("CLAUDECODE", value, "CURSOR_AGENT", value, "CODEX_CI", value, "AGENT", value)))
                .isEmpty();
    }

    @Test
    void detect_ampWhichSetsClaudesVariableToo_isAmpOnly() {
        Map<String, String> env = Map.of("AMP_CURRENT_THREAD_ID", "T-1", "CLAUDECODE", "1");

        assertThat(AgentDetector.detectAll(env, FakeHostFiles.NONE)).containsExactly("amp");
    }

    @Test
    void detect_cursorsTerminalUsedByAHuman_isNoAgent() {
        assertThat(detect(Map.of("CURSOR_TRACE_ID", "x"))).isEmpty();
        assertThat(detect(Map.of("CURSOR_TRACE_ID", "x", "PAGER", "head -n 10000 | cat")))
                .isEqualTo("cursor");
    }

    @Test
    void detect_unknownNameInGenericVariable_doesNotRepeatIt() {
        assertThat(detect(Map.of("AI_AGENT", "mallorys-secret-bot"))).isEqualTo("agent");
        assertThat(detect(Map.of("AGENT", "1", "OPENCODE", "1"))).isEqualTo("opencode");
    }

    @Test
    void detect_devinsFolder_isDevin() {
        assertThat(AgentDetector.detect(Map.of(), new FakeHostFiles(Map.of("/opt/.devin", ""))))
                .isEqualTo("devin");
    }
}
