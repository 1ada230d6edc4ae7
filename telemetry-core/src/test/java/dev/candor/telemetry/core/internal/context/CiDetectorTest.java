package dev.candor.telemetry.core.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiDetectorTest {

    /** One line for each of the vendors of ci-info 4.5.0: its name and the least that makes it known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Agola CI;AGOLA_GIT_REF=1",
                "Alpic;ALPIC_HOST=1",
                "Appcircle;AC_APPCIRCLE=1",
                "AppVeyor;APPVEYOR=1",
                "AWS CodeBuild;CODEBUILD_BUILD_ARN=1",
                "Azure Pipelines;TF_BUILD=1",
                "Bamboo;bamboo_planKey=1",
                "Bitbucket Pipelines;BITBUCKET_COMMIT=1",
                "Bitrise;BITRISE_IO=1",
                "Buddy;BUDDY_WORKSPACE_ID=1",
                "Buildkite;BUILDKITE=1",
                "Capawesome Cloud;CAPAWESOME_CLOUD=1",
                "CircleCI;CIRCLECI=1",
                "Cirrus CI;CIRRUS_CI=1",
                "Cloudflare Pages;CF_PAGES=1",
                "Cloudflare Workers;WORKERS_CI=1",
                "Codefresh;CF_BUILD_ID=1",
                "Codemagic;CM_BUILD_ID=1",
                "Codeship;CI_NAME=codeship",
                "Drone;DRONE=1",
                "dsari;DSARI=1",
                "Earthly;EARTHLY_CI=1",
                "Expo Application Services;EAS_BUILD=1",
                "Gerrit;GERRIT_PROJECT=1",
                "Gitea Actions;GITEA_ACTIONS=1",
                "GitHub Actions;GITHUB_ACTIONS=1",
                "GitLab CI;GITLAB_CI=1",
                "GoCD;GO_PIPELINE_LABEL=1",
                "Google Cloud Build;BUILDER_OUTPUT=1",
                "Harness CI;HARNESS_BUILD_ID=1",
                "Heroku;NODE=/x/app/.heroku/node/bin/node/y",
                "Hudson;HUDSON_URL=1",
                "Jenkins;JENKINS_URL=1+BUILD_ID=1",
                "LayerCI;LAYERCI=1",
                "Magnum CI;MAGNUM=1",
                "Netlify CI;NETLIFY=1",
                "Nevercode;NEVERCODE=1",
                "Prow;PROW_JOB_ID=1",
                "ReleaseHub;RELEASE_BUILD_ID=1",
                "Render;RENDER=1",
                "RWX;RWX=1",
                "Sail CI;SAILCI=1",
                "Screwdriver;SCREWDRIVER=1",
                "Semaphore;SEMAPHORE=1",
                "Sourcehut;CI_NAME=sourcehut",
                "Strider CD;STRIDER=1",
                "TaskCluster;TASK_ID=1+RUN_ID=1",
                "TeamCity;TEAMCITY_VERSION=1",
                "Travis CI;TRAVIS=1",
                "Vela;VELA=1",
                "Vercel;NOW_BUILDER=1",
                "Vercel;VERCEL=1",
                "Visual Studio App Center;APPCENTER_BUILD_ID=1",
                "Woodpecker;CI=woodpecker",
                "Xcode Cloud;CI_XCODE_PROJECT=1",
                "Xcode Server;XCS=1"
            })
    void detect_vendorsVariables_namesTheVendor(String line) {
        String[] parts = line.split(";", 2);
        Map<String, String> env = new HashMap<>();
        for (String pair : parts[1].split("\\+")) {
            env.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }

        CiRun run = CiDetector.detect(env);

        assertThat(run).isEqualTo(new CiRun(true, parts[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "CODEBUILD_BUILD_ID"
            })
    void detect_genericVariable_isCiWithoutAName(String variable) {
        assertThat(CiDetector.detect(Map.of(variable, "something"))).isEqualTo(new CiRun(true, ""));
        assertThat(CiDetector.detect(Map.of(variable, ""))).isEqualTo(new CiRun(false, ""));
    }

    @Test
    void vendors_table_holdsAllOfThem() {
        assertThat(CiVendors.ALL).extracting(NamedSign::name).hasSize(55).doesNotHaveDuplicates();
    }

    @Test
    void detect_nothingSet_isNoCi() {
        assertThat(CiDetector.detect(Map.of("HOME", "/home/u", "PATH", "/bin"))).isEqualTo(new CiRun(false, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", " false "})
    void detect_ciSaysFalse_isNoCiWhateverElseIsSet(String value) {
        Map<String, String> env = Map.of("CI", value, "GITHUB_ACTIONS", "true", "BUILD_ID", "7");

        assertThat(CiDetector.detect(env).ci()).isFalse();
    }

    /** Blaxel's vectors (BLX-48). */
    @Test
    void detect_blaxelsVariables_areCi() {
        assertThat(CiDetector.detect(Map.of("CI", "true")).ci()).isTrue();
        assertThat(CiDetector.detect(Map.of("CI", "1")).ci()).isTrue();
        assertThat(CiDetector.detect(Map.of("GITHUB_ACTIONS", "true")).ci()).isTrue();
        assertThat(CiDetector.detect(Map.of("GITLAB_CI", "true")).ci()).isTrue();
        assertThat(CiDetector.detect(Map.of("JENKINS_URL", "http://jenkins/")).ci())
                .isTrue();
    }

    @Test
    void detect_giteaWhichSetsGithubsVariableToo_isGitea() {
        Map<String, String> env = Map.of("CI", "true", "GITHUB_ACTIONS", "true", "GITEA_ACTIONS", "true");

        assertThat(CiDetector.detect(env).name()).isEqualTo("Gitea Actions");
    }

    @Test
    void detect_jenkinsWhichSetsHudsonsVariableToo_isJenkins() {
        Map<String, String> env = Map.of("HUDSON_URL", "http://j/", "JENKINS_URL", "http://j/", "BUILD_ID", "7");

        assertThat(CiDetector.detect(env).name()).isEqualTo("Jenkins");
    }
}
