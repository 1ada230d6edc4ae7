package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.config.ConfigText;
import dev.candor.telemetry.core.internal.config.Scope;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One random point of the lattice of inputs: what was meant, and the inputs that say it. */
final class Scenario {
    static final Instant START = Instant.parse("2026-11-28T13:00:00Z");

    enum Word {
        ABSENT,
        YES,
        NO,
        EMPTY,
        GARBAGE
    }

    enum File {
        ABSENT,
        WHOLE,
        DAMAGED,
        KEY_MISSPELT,
        KILL_MISSPELT
    }

    enum Given {
        NOTHING,
        YES,
        NO,
        YES_TO_OLD_NOTICE
    }

    enum Notice {
        NEVER,
        OLD_VERSION,
        IN_THIS_RUN,
        BEFORE,
        IN_LOG_JUST_NOW,
        IN_LOG_LONG_AGO,
        IN_THE_FUTURE
    }

    final Random random;
    final boolean embedded;
    final boolean zeroBoth;
    final boolean zeroOwn;
    final boolean switchRule;
    final boolean switchLocal;
    final boolean switchDeployed;
    final boolean deployed;
    final boolean usageDefault;
    final boolean errorsDefault;
    final boolean ownerDestinations;
    final Asking asking;
    final Format format;
    final boolean flag;
    final boolean code;
    final int host;
    final Word ownDoNotTrack;
    final Word doNotTrack;
    final Word enable;
    final Word sectionVariable;
    final Word errorsVariable;
    final Word killVariable;
    final Word switchVariable;
    final Word property;
    final Word killProperty;
    final File policy;
    final Word policyKey;
    final Word policyKill;
    final File user;
    final Word userKey;
    final Word userErrorsKey;
    final Word userKill;
    final File project;
    final Word projectKey;
    final Word projectKill;
    final boolean record;
    final boolean recordDamaged;
    final Given usage;
    final Given errors;
    final Given traces;
    final Notice notice;
    final boolean nobodyToAsk;

    /** How likely a source is silent, in hundredths; else the strongest layers would decide nearly always. */
    private final int silence;

    Scenario(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.silence = 60 + random.nextInt(40);
        this.embedded = random.nextInt(6) == 0;
        this.zeroBoth = random.nextBoolean();
        this.zeroOwn = zeroBoth || random.nextBoolean();
        this.switchRule = random.nextBoolean();
        this.switchLocal = random.nextBoolean();
        this.switchDeployed = random.nextBoolean();
        this.deployed = random.nextBoolean();
        this.usageDefault = random.nextBoolean();
        this.errorsDefault = random.nextBoolean();
        this.ownerDestinations = random.nextInt(8) != 0;
        this.asking = pick(new Asking[] {Asking.PROMPT, Asking.BLOCKING_NOTICE, Asking.NOTICE});
        this.format = pick(Format.values());
        this.flag = rarely();
        this.code = rarely();
        this.host = random.nextInt(3);
        this.ownDoNotTrack = word();
        this.doNotTrack = word();
        this.enable = word();
        this.sectionVariable = word();
        this.errorsVariable = word();
        this.killVariable = word();
        this.switchVariable = word();
        this.property = word();
        this.killProperty = word();
        this.policy = file();
        this.policyKey = word();
        this.policyKill = word();
        this.user = file();
        this.userKey = word();
        this.userErrorsKey = word();
        this.userKill = word();
        this.project = file();
        this.projectKey = word();
        this.projectKill = word();
        this.record = random.nextBoolean();
        this.recordDamaged = rarely();
        this.usage = given();
        this.errors = given();
        this.traces = given();
        this.notice = pick(Notice.values());
        this.nobodyToAsk = random.nextBoolean();
    }

    private boolean rarely() {
        return random.nextInt(100) >= silence && random.nextBoolean();
    }

    private Word word() {
        return random.nextInt(100) < silence ? Word.ABSENT : pick(Word.values());
    }

    private Given given() {
        return random.nextInt(100) < silence ? Given.NOTHING : pick(Given.values());
    }

    private File file() {
        if (random.nextBoolean()) {
            return File.ABSENT;
        }
        return random.nextInt(100) < silence ? File.WHOLE : pick(File.values());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    ConsentRules rules() {
        ConsentRulesBuilder builder = ConsentRules.forTool("loader", "1.2.3")
                .purposeKey(Purpose.ERRORS, "runtime.loader_errors")
                .defaultFor(Purpose.USAGE, usageDefault)
                .defaultFor(Purpose.ERRORS, errorsDefault)
                .formats(format)
                .asking(asking)
                .notice(3, "notice");
        if (zeroBoth) {
            builder.doNotTrackZeroMeansYes();
        } else if (zeroOwn) {
            builder.ownDoNotTrackZeroMeansYes();
        }
        if (switchRule) {
            builder.openTelemetrySwitch(switchLocal, switchDeployed, "CLOUD_WORKLOAD");
        }
        if (!ownerDestinations) {
            builder.noOwnerDestinations();
        }
        if (embedded) {
            builder.embedded();
        }
        return builder.build();
    }

    ConsentInputs inputs() {
        Map<String, String> environment = new HashMap<>();
        put(environment, "LOADER_DO_NOT_TRACK", ownDoNotTrack);
        put(environment, "DO_NOT_TRACK", doNotTrack);
        put(environment, "LOADER_ENABLE_TELEMETRY", enable);
        put(environment, "RUNTIME__LOADER_TELEMETRY", sectionVariable);
        put(environment, "RUNTIME__LOADER_ERRORS", errorsVariable);
        put(environment, "ENABLE_RUNTIME_TRACE", killVariable);
        put(environment, "LOADER_ENABLE_OPENTELEMETRY", switchVariable);
        environment.put("PATH", "/usr/bin");
        if (deployed) {
            environment.put("CLOUD_WORKLOAD", "w-1");
        }
        Map<String, String> properties = new HashMap<>();
        put(properties, "loader.telemetry", property);
        put(properties, "loader.enable_runtime_trace", killProperty);
        Boolean word = host == 0 ? null : Boolean.valueOf(host == 1);
        return new ConsentInputs(
                rules(),
                environment,
                properties,
                config(),
                records(),
                new Invocation(flag, code, word),
                START,
                START.plusSeconds(2),
                nobodyToAsk);
    }

    private List<ConfigSource> config() {
        List<ConfigSource> sources = new ArrayList<>();
        add(sources, Scope.POLICY, policy, policyKey, Word.ABSENT, policyKill);
        add(sources, Scope.USER, user, userKey, userErrorsKey, userKill);
        add(sources, Scope.PROJECT, project, projectKey, Word.ABSENT, projectKill);
        return sources;
    }

    private void add(List<ConfigSource> sources, Scope scope, File file, Word key, Word errorsKey, Word kill) {
        if (file == File.ABSENT) {
            return;
        }
        Map<String, String> top = new HashMap<>();
        Map<String, String> runtime = new HashMap<>();
        top.put("title", "mine");
        runtime.put("sentry_dsn", "https://k@host/1");
        put(runtime, "loader_telemetry", key);
        put(runtime, "loader_errors", errorsKey);
        put(top, "enable_runtime_trace", kill);
        if (file == File.KEY_MISSPELT) {
            runtime.put("loader_telemtry", text(pick(new Word[] {Word.YES, Word.NO})));
        }
        if (file == File.KILL_MISSPELT) {
            top.put("enable_runtime_trce", text(pick(new Word[] {Word.YES, Word.NO})));
        }
        String text = file == File.DAMAGED ? "[runtime\n{\n\\" : write(top, runtime);
        sources.add(new ConfigSource(
                scope, scope + ".file", ConfigText.read(format, text.getBytes(StandardCharsets.UTF_8)), true));
    }

    private String write(Map<String, String> top, Map<String, String> runtime) {
        StringBuilder text = new StringBuilder();
        switch (format) {
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

    private List<RecordSource> records() {
        if (!record) {
            return List.of();
        }
        RecordedAnswer answer = RecordedAnswer.NONE;
        answer = with(answer, Purpose.USAGE, usage);
        answer = with(answer, Purpose.ERRORS, errors);
        answer = with(answer, Purpose.TRACES, traces);
        NoticeShown shown = shown();
        answer = shown == null ? answer : answer.with(shown);
        byte[] bytes = RecordFormat.write(answer);
        if (recordDamaged) {
            bytes[random.nextInt(bytes.length)] ^= 1;
        }
        return List.of(RecordSource.of("telemetry-consent", bytes));
    }

    private RecordedAnswer with(RecordedAnswer answer, Purpose purpose, Given given) {
        if (given == Given.NOTHING) {
            return answer;
        }
        int version = given == Given.YES_TO_OLD_NOTICE ? 2 : given == Given.NO ? 1 + random.nextInt(4) : 3;
        return answer.with(purpose, new Answer(given != Given.NO, START.minusSeconds(99), version, pick(How.values())));
    }

    private NoticeShown shown() {
        return switch (notice) {
            case NEVER -> null;
            case OLD_VERSION -> new NoticeShown(2, START.minusSeconds(1000), true);
            case IN_THIS_RUN -> new NoticeShown(3, START, true);
            case BEFORE -> new NoticeShown(3, START.minusSeconds(1000), true);
            case IN_LOG_JUST_NOW -> new NoticeShown(3, START.minusSeconds(1000), false);
            case IN_LOG_LONG_AGO -> new NoticeShown(3, START.minusSeconds(90_000), false);
            case IN_THE_FUTURE -> new NoticeShown(3, START.plusSeconds(90_000), random.nextBoolean());
        };
    }

    private void put(Map<String, String> map, String name, Word word) {
        if (word != Word.ABSENT) {
            map.put(name, text(word));
        }
    }

    private String text(Word word) {
        return switch (word) {
            case ABSENT -> throw new IllegalStateException();
            case YES -> pick(new String[] {"1", "true", "TRUE", "yes", " on ", "Y", "t"});
            case NO -> pick(new String[] {"0", "false", "False", "no", " off", "N", "f"});
            case EMPTY -> pick(new String[] {"", " "});
            case GARBAGE -> pick(new String[] {"2", "maybe", "nope", "tru", "fals", "0x0", "null", "-1", "ja"});
        };
    }
}
