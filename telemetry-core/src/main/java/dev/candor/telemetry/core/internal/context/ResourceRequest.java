package dev.candor.telemetry.core.internal.context;

import java.util.List;
import java.util.Map;

/**
 * What a tool says about itself, and what it asks to be read beside the facts that every event carries.
 *
 * @param environment such as {@code production}; empty where the tool names none
 * @param declared fixed values of the tool's own, such as its workspace or commit
 * @param libraries Maven coordinates, {@code group:artifact}, whose versions are reported
 * @param deployments how the tool tells its kinds of deployment apart; empty where it does not
 * @param otherDeployment the kind where none of {@code deployments} holds
 */
public record ResourceRequest(
        String toolName,
        String toolVersion,
        String environment,
        Map<String, Object> declared,
        boolean gpus,
        boolean kernel,
        boolean platform,
        List<String> libraries,
        List<DeploymentRule> deployments,
        String otherDeployment) {

    /** Copies the collections. */
    public ResourceRequest {
        declared = Map.copyOf(declared);
        libraries = List.copyOf(libraries);
        deployments = List.copyOf(deployments);
    }

    /** A request for the facts that every event carries and nothing else. */
    public static ResourceRequest of(String toolName, String toolVersion) {
        return new ResourceRequest(toolName, toolVersion, "", Map.of(), false, false, false, List.of(), List.of(), "");
    }
}
