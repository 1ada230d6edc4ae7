package dev.candor.telemetry.core.internal.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recognises a coding agent that started this program: a human may then never see what is printed. */
public final class AgentDetector {

    private AgentDetector() {}

    /** The agent, such as {@code claude_code}; empty where there is none. */
    public static String detect(Map<String, String> env, HostFiles files) {
        List<String> all = detectAll(env, files);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Every agent of which there is a sign, the most telling first. */
    static List<String> detectAll(Map<String, String> env, HostFiles files) {
        List<String> found = new ArrayList<>();
        boolean unnamed = false;
        for (String variable : AgentSigns.GENERIC) {
            String value = env.get(variable);
            if (value != null && !value.isBlank() && !EnvSign.saysOff(value)) {
                String name = known(value);
                unnamed |= name.isEmpty();
                add(found, name);
            }
        }
        for (NamedSign agent : AgentSigns.ALL) {
            if (agent.sign().in(env) && !hidden(agent.name(), found)) {
                add(found, agent.name());
            }
        }
        if (files.exists(AgentSigns.DEVIN_FOLDER)) {
            add(found, "devin");
        }
        if (unnamed && found.isEmpty()) {
            found.add(AgentSigns.UNNAMED);
        }
        return List.copyOf(found);
    }

    private static void add(List<String> found, String name) {
        if (!name.isEmpty() && !found.contains(name)) {
            found.add(name);
        }
    }

    private static boolean hidden(String name, List<String> found) {
        return (name.equals("claude_code") && found.contains("amp"))
                || (name.equals("gemini_cli") && found.contains("qwen_code"));
    }

    /** The agent that a generic value names, with or without a version behind it; empty where it is not one we know. */
    private static String known(String value) {
        String folded = value.trim().toLowerCase(Locale.ROOT).replace('-', '_');
        if (names("devin", folded)) {
            return "devin";
        }
        for (NamedSign agent : AgentSigns.ALL) {
            if (names(agent.name(), folded)) {
                return agent.name();
            }
        }
        return "";
    }

    private static boolean names(String agent, String value) {
        return value.startsWith(agent)
                && (value.length() == agent.length() || !Character.isLetter(value.charAt(agent.length())));
    }
}
