package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.ConfigText;
import dev.candor.telemetry.core.internal.config.Content;
import dev.candor.telemetry.core.internal.config.Scope;
import dev.candor.telemetry.core.internal.consent.Scenario.File;
import dev.candor.telemetry.core.internal.consent.Scenario.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The config files that say what a {@link Scenario} means, in its format. */
final class ScenarioFiles {
    private final Scenario s;

    ScenarioFiles(Scenario scenario) {
        this.s = scenario;
    }

    List<ConfigSource> config() {
        List<ConfigSource> sources = new ArrayList<>();
        add(sources, Scope.POLICY, s.policy, s.policyKey, Word.ABSENT, s.policyKill);
        add(sources, Scope.USER, s.user, s.userKey, s.userErrorsKey, s.userKill);
        add(sources, Scope.PROJECT, s.project, s.projectKey, Word.ABSENT, s.projectKill);
        return sources;
    }

    private void add(List<ConfigSource> sources, Scope scope, File file, Word key, Word errorsKey, Word kill) {
        if (file == File.ABSENT) {
            sources.add(new ConfigSource(scope, scope + ".file", new Content.Missing(), false));
            return;
        }
        Map<String, String> top = new HashMap<>();
        Map<String, String> runtime = new HashMap<>();
        top.put("title", "mine");
        runtime.put("sentry_dsn", "https://k@host/1");
        s.put(runtime, "loader_telemetry", key);
        s.put(runtime, "loader_errors", errorsKey);
        s.put(top, "enable_runtime_trace", kill);
        if (file == File.KEY_MISSPELT) {
            runtime.put("loader_telemtry", s.text(s.pick(new Word[] {Word.YES, Word.NO})));
        }
        if (file == File.KILL_MISSPELT) {
            top.put("enable_runtime_trce", s.text(s.pick(new Word[] {Word.YES, Word.NO})));
        }
        String text = file == File.DAMAGED ? "[runtime\n{\n\\" : write(top, runtime);
        if (scope == Scope.USER && s.userCut && file != File.DAMAGED) {
            text = cut(text);
        }
        sources.add(new ConfigSource(
                scope, scope + ".file", ConfigText.read(s.format, text.getBytes(StandardCharsets.UTF_8)), true));
    }

    private String write(Map<String, String> top, Map<String, String> runtime) {
        StringBuilder text = new StringBuilder();
        switch (s.format) {
            case TOML -> {
                top.forEach((k, v) -> text.append(k).append(" = \"").append(v).append("\"\n"));
                text.append("[runtime]\n");
                runtime.forEach(
                        (k, v) -> text.append(k).append(" = '").append(v).append("'\n"));
            }
            case YAML -> {
                top.forEach((k, v) -> text.append(k).append(": \"").append(v).append("\"\n"));
                text.append("runtime:\n");
                runtime.forEach((k, v) ->
                        text.append("  ").append(k).append(": '").append(v).append("'\n"));
            }
            case JSON -> {
                text.append('{');
                top.forEach((k, v) ->
                        text.append('"').append(k).append("\": \"").append(v).append("\",\n"));
                text.append("\"runtime\": {\"level\": 1");
                runtime.forEach((k, v) -> text.append(",\n\"")
                        .append(k)
                        .append("\": \"")
                        .append(v)
                        .append('"'));
                text.append("}}");
            }
            case PROPERTIES -> {
                top.forEach((k, v) -> text.append(k).append('=').append(v).append('\n'));
                runtime.forEach((k, v) -> text.append("runtime.")
                        .append(k)
                        .append(" = ")
                        .append(v)
                        .append('\n'));
            }
        }
        return text.toString();
    }

    /** Ends within a line that says nothing about telemetry. JSON cannot, and does not matter. */
    private String cut(String text) {
        return switch (s.format) {
            case TOML -> text + "[other]\nlevel = 1";
            case YAML -> text + "other: 1";
            case JSON -> text;
            case PROPERTIES -> text + "other = 1";
        };
    }
}
