package dev.candor.telemetry.core.internal.context;

import java.util.List;
import java.util.Map;

/**
 * How a tool tells its kinds of deployment apart: by the variables that its own images and platforms set.
 *
 * @param name what is reported, such as {@code quickstart}
 * @param variables all of which must be set to something
 */
public record DeploymentRule(String name, List<String> variables) {

    /** Copies the list. */
    public DeploymentRule {
        variables = List.copyOf(variables);
    }

    /** The name of the first rule that holds, else {@code otherwise}. */
    public static String first(List<DeploymentRule> rules, Map<String, String> env, String otherwise) {
        for (DeploymentRule rule : rules) {
            if (rule.holds(env)) {
                return rule.name;
            }
        }
        return otherwise;
    }

    private boolean holds(Map<String, String> env) {
        for (String variable : variables) {
            String value = env.get(variable);
            if (value == null || value.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
