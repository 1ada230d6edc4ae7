package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.context.DeploymentRule;
import dev.candor.telemetry.core.internal.context.ResourceRequest;
import dev.candor.telemetry.core.internal.route.Maintainer;
import dev.candor.telemetry.core.internal.start.ToolIdentity;

/** Says everything about a tool on which a start depends, so that another version of it does not take this one's plan. */
final class ToolDescription {
    private ToolDescription() {}

    static ToolIdentity of(ToolSpec tool, Surroundings surroundings, Invocation invocation) {
        ToolIdentity all = new ToolIdentity(tool.name())
                .with(tool.version())
                .with(tool.chosenIdentity())
                .with(tool.dataDirectory())
                .with(invocation.host())
                .with(surroundings.home())
                .with(surroundings.machineFolder())
                .with(surroundings.osName())
                .with(surroundings.userName());
        for (Maintainer each : tool.maintainers()) {
            all.with(each.backend()).withMap(each.settings());
            for (Purpose purpose : Purpose.values()) {
                all.with(each.purposes().contains(purpose));
            }
        }
        ResourceRequest request = tool.chosenResource();
        ConsentRules rules = tool.chosenRules();
        all.with(request != null).with(rules != null);
        if (request != null) {
            resource(all, request);
        }
        if (rules != null) {
            rules(all, rules);
        }
        return all;
    }

    private static void resource(ToolIdentity all, ResourceRequest request) {
        all.with(request.environment())
                .withMap(request.declared())
                .with(request.gpus())
                .with(request.kernel())
                .with(request.platform())
                .withAll(request.libraries())
                .with(request.otherDeployment());
        for (DeploymentRule each : request.deployments()) {
            all.with(each.name()).withAll(each.variables());
        }
    }

    private static void rules(ToolIdentity all, ConsentRules rules) {
        all.with(rules.tool())
                .with(rules.environmentPrefix())
                .with(rules.noticeVersion())
                .with(rules.asking())
                .with(rules.grace().toSeconds())
                .with(rules.doNotTrackZeroMeansYes())
                .with(rules.ownDoNotTrackZeroMeansYes())
                .with(rules.consentKey())
                .withMap(rules.settingKeys())
                .with(rules.openTelemetrySwitch())
                .with(rules.openTelemetryDefault(false))
                .with(rules.openTelemetryDefault(true))
                .withAll(rules.deployedVariables())
                .with(rules.section())
                .withSet(rules.otherKeys())
                .withAll(rules.formats())
                .with(rules.projectDestinations())
                .with(rules.ownerDestinations())
                .with(rules.embedded());
        for (Purpose purpose : Purpose.values()) {
            all.with(rules.purposes().contains(purpose))
                    .with(rules.defaultFor(purpose))
                    .with(rules.purposeKeys().get(purpose));
        }
    }
}
