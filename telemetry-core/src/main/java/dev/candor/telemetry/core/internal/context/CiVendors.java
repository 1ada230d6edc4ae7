package dev.candor.telemetry.core.internal.context;

import static dev.candor.telemetry.core.internal.context.EnvSign.all;
import static dev.candor.telemetry.core.internal.context.EnvSign.any;
import static dev.candor.telemetry.core.internal.context.EnvSign.has;
import static dev.candor.telemetry.core.internal.context.EnvSign.is;
import static dev.candor.telemetry.core.internal.context.EnvSign.set;

import java.util.List;

/**
 * The CI systems and the variables they set, after the table of the npm package {@code ci-info} 4.5.0.
 *
 * <p>Of several that match, the last in this list is named: Jenkins also sets Hudson's variable, and Gitea sets GitHub's.
 */
final class CiVendors {

    private CiVendors() {}

    static final List<NamedSign> ALL = List.of(
            new NamedSign("Agola CI", set("AGOLA_GIT_REF")),
            new NamedSign("Alpic", set("ALPIC_HOST")),
            new NamedSign("Appcircle", set("AC_APPCIRCLE")),
            new NamedSign("AppVeyor", set("APPVEYOR")),
            new NamedSign("AWS CodeBuild", set("CODEBUILD_BUILD_ARN")),
            new NamedSign("Azure Pipelines", set("TF_BUILD")),
            new NamedSign("Bamboo", set("bamboo_planKey")),
            new NamedSign("Bitbucket Pipelines", set("BITBUCKET_COMMIT")),
            new NamedSign("Bitrise", set("BITRISE_IO")),
            new NamedSign("Buddy", set("BUDDY_WORKSPACE_ID")),
            new NamedSign("Buildkite", set("BUILDKITE")),
            new NamedSign("Capawesome Cloud", set("CAPAWESOME_CLOUD")),
            new NamedSign("CircleCI", set("CIRCLECI")),
            new NamedSign("Cirrus CI", set("CIRRUS_CI")),
            new NamedSign("Cloudflare Pages", set("CF_PAGES")),
            new NamedSign("Cloudflare Workers", set("WORKERS_CI")),
            new NamedSign("Codefresh", set("CF_BUILD_ID")),
            new NamedSign("Codemagic", set("CM_BUILD_ID")),
            new NamedSign("Codeship", is("CI_NAME", "codeship")),
            new NamedSign("Drone", set("DRONE")),
            new NamedSign("dsari", set("DSARI")),
            new NamedSign("Earthly", set("EARTHLY_CI")),
            new NamedSign("Expo Application Services", set("EAS_BUILD")),
            new NamedSign("Gerrit", set("GERRIT_PROJECT")),
            new NamedSign("GitHub Actions", set("GITHUB_ACTIONS")),
            new NamedSign("Gitea Actions", set("GITEA_ACTIONS")),
            new NamedSign("GitLab CI", set("GITLAB_CI")),
            new NamedSign("GoCD", set("GO_PIPELINE_LABEL")),
            new NamedSign("Google Cloud Build", set("BUILDER_OUTPUT")),
            new NamedSign("Harness CI", set("HARNESS_BUILD_ID")),
            new NamedSign("Heroku", has("NODE", "/app/.heroku/node/bin/node")),
            new NamedSign("Hudson", set("HUDSON_URL")),
            new NamedSign("Jenkins", all(set("JENKINS_URL"), set("BUILD_ID"))),
            new NamedSign("LayerCI", set("LAYERCI")),
            new NamedSign("Magnum CI", set("MAGNUM")),
            new NamedSign("Netlify CI", set("NETLIFY")),
            new NamedSign("Nevercode", set("NEVERCODE")),
            new NamedSign("Prow", set("PROW_JOB_ID")),
            new NamedSign("ReleaseHub", set("RELEASE_BUILD_ID")),
            new NamedSign("Render", set("RENDER")),
            new NamedSign("RWX", set("RWX")),
            new NamedSign("Sail CI", set("SAILCI")),
            new NamedSign("Screwdriver", set("SCREWDRIVER")),
            new NamedSign("Semaphore", set("SEMAPHORE")),
            new NamedSign("Sourcehut", is("CI_NAME", "sourcehut")),
            new NamedSign("Strider CD", set("STRIDER")),
            new NamedSign("TaskCluster", all(set("TASK_ID"), set("RUN_ID"))),
            new NamedSign("TeamCity", set("TEAMCITY_VERSION")),
            new NamedSign("Travis CI", set("TRAVIS")),
            new NamedSign("Vela", set("VELA")),
            new NamedSign("Vercel", any(set("NOW_BUILDER"), set("VERCEL"))),
            new NamedSign("Visual Studio App Center", set("APPCENTER_BUILD_ID")),
            new NamedSign("Woodpecker", is("CI", "woodpecker")),
            new NamedSign("Xcode Cloud", set("CI_XCODE_PROJECT")),
            new NamedSign("Xcode Server", set("XCS")));

    /** Variables that tell of a CI run without telling of which. The last four are those that dlt and dotnet look at besides. */
    static final List<String> GENERIC = List.of(
            "BUILD_ID",
            "BUILD_NUMBER",
            "CI",
            "CI_APP_ID",
            "CI_BUILD_ID",
            "CI_BUILD_NUMBER",
            "CI_NAME",
            "CONTINUOUS_INTEGRATION",
            "RUN_ID",
            "JENKINS_URL",
            "bamboo.buildKey",
            "CODEBUILD_BUILD_ID",
            "JB_SPACE_API_URL");
}
