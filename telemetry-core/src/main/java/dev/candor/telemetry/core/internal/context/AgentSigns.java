package dev.candor.telemetry.core.internal.context;

import static dev.candor.telemetry.core.internal.context.EnvSign.all;
import static dev.candor.telemetry.core.internal.context.EnvSign.any;
import static dev.candor.telemetry.core.internal.context.EnvSign.has;
import static dev.candor.telemetry.core.internal.context.EnvSign.is;
import static dev.candor.telemetry.core.internal.context.EnvSign.on;
import static dev.candor.telemetry.core.internal.context.EnvSign.set;

import java.util.List;

/**
 * The coding agents and the variables they set for the programs they start, after the list of the crate {@code is-ai-agent} 0.4.
 *
 * <p>Session and thread ids are looked at for being there; their values are never kept.
 */
final class AgentSigns {

    private AgentSigns() {}

    /** Amp sets Claude Code's variable, and Qwen Code is a fork of Gemini CLI: the former of each pair hides the latter. */
    static final List<NamedSign> ALL = List.of(
            new NamedSign("amp", set("AMP_CURRENT_THREAD_ID")),
            new NamedSign(
                    "claude_code",
                    any(
                            on("CLAUDECODE"),
                            set("CLAUDE_CODE_ENTRYPOINT"),
                            set("CLAUDE_CODE_SESSION_ID"),
                            set("CLAUDE_CODE_EXECPATH"))),
            new NamedSign("cursor_cli", any(set("CURSOR_SANDBOX"), is("CURSOR_EXTENSION_HOST_ROLE", "agent-exec"))),
            new NamedSign(
                    "cursor", any(on("CURSOR_AGENT"), all(set("CURSOR_TRACE_ID"), has("PAGER", "head -n 10000")))),
            new NamedSign("qwen_code", on("QWEN_CODE")),
            new NamedSign("gemini_cli", on("GEMINI_CLI")),
            new NamedSign(
                    "codex",
                    any(
                            set("CODEX_THREAD_ID"),
                            set("CODEX_SANDBOX"),
                            on("CODEX_SANDBOX_NETWORK_DISABLED"),
                            on("CODEX_CI"))),
            new NamedSign("antigravity", on("ANTIGRAVITY_AGENT")),
            new NamedSign("augment", on("AUGMENT_AGENT")),
            new NamedSign("cline", on("CLINE_ACTIVE")),
            new NamedSign("roo_code", on("ROO_ACTIVE")),
            new NamedSign("crush", on("CRUSH")),
            new NamedSign("iflow_cli", on("IFLOW_CLI")),
            new NamedSign("opencode", any(on("OPENCODE"), set("OPENCODE_PID"), set("OPENCODE_CLIENT"))),
            new NamedSign("trae", set("TRAE_AI_SHELL_ID")),
            new NamedSign("goose", on("GOOSE_TERMINAL")),
            new NamedSign("replit", set("REPL_ID")),
            new NamedSign(
                    "github_copilot",
                    any(
                            set("COPILOT_AGENT_SESSION_ID"),
                            set("COPILOT_MODEL"),
                            on("COPILOT_ALLOW_ALL"),
                            set("COPILOT_GITHUB_TOKEN"))),
            new NamedSign("amazon_q_cli", has("AWS_EXECUTION_ENV", "AmazonQ-For-CLI")));

    /** Known by a folder instead of a variable. */
    static final String DEVIN_FOLDER = "/opt/.devin";

    /** Variables of the agents.md proposal, whose value names the agent or just says yes. */
    static final List<String> GENERIC = List.of("AGENT", "AI_AGENT");

    /** What is reported for an agent that does not name itself, or by a name that is not known here. */
    static final String UNNAMED = "agent";
}
