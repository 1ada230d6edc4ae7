package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import dev.candor.telemetry.core.internal.consent.Scenario.Given;
import dev.candor.telemetry.core.internal.consent.Scenario.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The inputs that say what a {@link Scenario} means, but for the config files. */
final class ScenarioInputs {
    private final Scenario s;

    ScenarioInputs(Scenario scenario) {
        this.s = scenario;
    }

    ConsentRules rules() {
        ConsentRulesBuilder builder = ConsentRules.forTool("loader", "1.2.3")
                .purposeKey(Purpose.ERRORS, "runtime.loader_errors")
                .defaultFor(Purpose.USAGE, s.usageDefault)
                .defaultFor(Purpose.ERRORS, s.errorsDefault)
                .formats(s.format)
                .asking(s.asking)
                .notice(3, "notice");
        if (s.zeroBoth) {
            builder.doNotTrackZeroMeansYes();
        } else if (s.zeroOwn) {
            builder.ownDoNotTrackZeroMeansYes();
        }
        if (s.switchRule) {
            builder.openTelemetrySwitch(s.switchLocal, s.switchDeployed, "CLOUD_WORKLOAD");
        }
        if (!s.ownerDestinations) {
            builder.noOwnerDestinations();
        }
        if (s.embedded) {
            builder.embedded();
        }
        return builder.build();
    }

    ConsentInputs inputs() {
        Map<String, String> environment = new HashMap<>();
        s.put(environment, "LOADER_DO_NOT_TRACK", s.ownDoNotTrack);
        s.put(environment, "DO_NOT_TRACK", s.doNotTrack);
        s.put(environment, "LOADER_ENABLE_TELEMETRY", s.enable);
        s.put(environment, "RUNTIME__LOADER_TELEMETRY", s.sectionVariable);
        s.put(environment, "RUNTIME__LOADER_ERRORS", s.errorsVariable);
        s.put(environment, "ENABLE_RUNTIME_TRACE", s.killVariable);
        s.put(environment, "LOADER_ENABLE_OPENTELEMETRY", s.switchVariable);
        if (s.variableMisspelt) {
            environment.put("LOADER_ENABLE_TELEMTRY", s.text(s.pick(new Word[] {Word.YES, Word.NO})));
        }
        if (s.variableGuessed) {
            environment.put("LOADER_DISABLE_TELEMETRY", s.text(s.pick(new Word[] {Word.YES, Word.NO})));
        }
        environment.put("PATH", "/usr/bin");
        if (s.deployed) {
            environment.put("CLOUD_WORKLOAD", "w-1");
        }
        Map<String, String> properties = new HashMap<>();
        s.put(properties, "loader.telemetry", s.property);
        s.put(properties, "loader.enable_runtime_trace", s.killProperty);
        s.put(properties, "loader.telemetry.host", s.hostProperty);
        if (s.propertyMisspelt) {
            properties.put("loader.telemtry", s.text(s.pick(new Word[] {Word.YES, Word.NO})));
        }
        Boolean word = s.host == 0 ? null : Boolean.valueOf(s.host == 1);
        return new ConsentInputs(
                rules(),
                environment,
                properties,
                new ScenarioFiles(s).config(),
                records(),
                new Invocation(s.flag, s.code, word),
                Scenario.START,
                Scenario.START.plusSeconds(2),
                s.nobodyToAsk);
    }

    private List<RecordSource> records() {
        if (!s.record) {
            return List.of();
        }
        RecordedAnswer answer = RecordedAnswer.NONE;
        answer = with(answer, Purpose.USAGE, s.usage);
        answer = with(answer, Purpose.ERRORS, s.errors);
        answer = with(answer, Purpose.TRACES, s.traces);
        NoticeShown shown = shown();
        answer = shown == null ? answer : answer.with(shown);
        answer = answer.remembering(remembered());
        byte[] bytes = RecordFormat.write(answer);
        if (s.recordDamaged) {
            bytes[s.random.nextInt(bytes.length)] ^= 1;
        }
        return List.of(RecordSource.of("telemetry-consent", bytes));
    }

    private RecordedAnswer with(RecordedAnswer answer, Purpose purpose, Given given) {
        if (given == Given.NOTHING) {
            return answer;
        }
        int version = given == Given.YES_TO_OLD_NOTICE ? 2 : given == Given.NO ? 1 + s.random.nextInt(4) : 3;
        return answer.with(
                purpose, new Answer(given != Given.NO, Scenario.START.minusSeconds(99), version, s.pick(How.values())));
    }

    private NoticeShown shown() {
        return switch (s.notice) {
            case NEVER -> null;
            case OLD_VERSION -> new NoticeShown(2, Scenario.START.minusSeconds(1000), true);
            case IN_THIS_RUN -> new NoticeShown(3, Scenario.START, true);
            case BEFORE -> new NoticeShown(3, Scenario.START.minusSeconds(1000), true);
            case IN_LOG_JUST_NOW -> new NoticeShown(3, Scenario.START.minusSeconds(1000), false);
            case IN_LOG_LONG_AGO -> new NoticeShown(3, Scenario.START.minusSeconds(90_000), false);
            case IN_THE_FUTURE -> new NoticeShown(3, Scenario.START.plusSeconds(90_000), s.random.nextBoolean());
        };
    }

    private SortedSet<RememberedNo> remembered() {
        SortedSet<RememberedNo> remembered = new TreeSet<>();
        if (s.rememberedUserKey) {
            remembered.add(RememberedNo.of("USER.file", "runtime.loader_telemetry"));
        }
        if (s.rememberedUserErrorsKey) {
            remembered.add(RememberedNo.of("USER.file", "runtime.loader_errors"));
        }
        if (s.rememberedUserKill) {
            remembered.add(RememberedNo.of("USER.file", "enable_runtime_trace"));
        }
        if (s.rememberedProjectKey) {
            remembered.add(RememberedNo.of("PROJECT.file", "runtime.loader_telemetry"));
        }
        return remembered;
    }
}
