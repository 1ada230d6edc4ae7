package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What recorded answers say. */
final class RecordStatements {
    /** What an answer is called among the keys of files, before its purpose, as in the record itself. */
    static final String KEY = "answer.";

    private final ConsentRules rules;
    private final Heard heard;

    RecordStatements(ConsentRules rules, Heard heard) {
        this.rules = rules;
        this.heard = heard;
    }

    void collect(List<RecordSource> records) {
        Set<Purpose> answered = new TreeSet<>();
        for (RecordSource each : records) {
            RecordedAnswer answer = each.answer();
            if (answer == null) {
                String place = each.line() == 0 ? each.place() : each.place() + ":" + each.line();
                Heard.Speaker speaker = new Heard.Speaker(true, "file:user", place);
                heard.unclear(speaker, "", "", PrivacyKeys.ALL, Layer.FILES, each.damage());
            } else {
                answered.addAll(answer.answers().keySet());
                say(each.place(), answer);
            }
        }
        if (!answered.isEmpty()) {
            notAsked(answered);
        }
    }

    private void say(String place, RecordedAnswer record) {
        for (Map.Entry<Purpose, Answer> each : record.answers().entrySet()) {
            Answer answer = each.getValue();
            boolean asked = answer.how() == How.PROMPT || answer.how() == How.COUNTDOWN;
            Heard.Speaker speaker = new Heard.Speaker(true, asked ? "prompt" : "file:user", place);
            boolean old = answer.yes() && answer.noticeVersion() < rules.noticeVersion();
            heard.add(
                    speaker,
                    key(each.getKey()),
                    answer.yes() ? "yes" : "no",
                    old ? Meaning.OUTDATED : answer.yes() ? Meaning.YES : Meaning.NO,
                    Set.of(Subject.of(each.getKey())),
                    Layer.FILES,
                    old ? "the notice has changed since the answer" : "");
        }
    }

    /** Whoever answered some purposes was not asked about one that came later, whatever a general key says. */
    private void notAsked(Set<Purpose> answered) {
        for (Purpose each : rules.purposes()) {
            if (each.audience() == Audience.MAINTAINER && !answered.contains(each)) {
                heard.add(
                        new Heard.Speaker(true, "file:user", ""),
                        key(each),
                        "",
                        Meaning.OUTDATED,
                        Set.of(Subject.of(each)),
                        Layer.FILES,
                        "this purpose came after the answer");
            }
        }
    }

    private static String key(Purpose purpose) {
        return KEY.concat(purpose.name().toLowerCase(Locale.ROOT));
    }
}
