package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.context.HostFiles;
import dev.candor.telemetry.core.internal.recording.AnswerBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;

/** A small tool: it asks if due, says what holds, and then reads a line of its own. */
final class AsksAtTerminal {

    private AsksAtTerminal() {}

    /** The tool's rules, with one way to ask. */
    static ConsentRules rules(Asking asking) {
        return ConsentRules.forTool("loader", "1.0")
                .purposes(Purpose.USAGE, Purpose.ERRORS)
                .notice(1, "Loader would like to know how it is used.")
                .countdown(Duration.ofSeconds(Long.getLong("countdown", 600)))
                .asking(asking)
                .build();
    }

    public static void main(String[] args) throws IOException {
        Surroundings surroundings = Surroundings.ofProcess();
        boolean installing = args[0].equals("INSTALL");
        ConsentRules rules = rules(installing ? Asking.PROMPT : Asking.valueOf(args[0]));
        ConsentGate gate = ConsentGate.open(rules, surroundings, Invocation.PLAIN);
        Asker asker = new Asker(
                rules,
                surroundings,
                new AnswerBook(rules, surroundings, false),
                HostFiles.ofThisMachine(),
                Pace.real(),
                Asker.terminal(surroundings),
                Duration.ofMillis(Long.getLong("patience", 600_000)));
        if (args.length > 1) {
            System.out.println("READY");
            awaitTyping(surroundings);
        }

        Asked asked = installing
                ? asker.askAtInstall(gate.report(), null)
                : asker.askIfDue(gate.report(), RunKind.INTERACTIVE);

        gate.answered(asked.answers());
        System.out.println("RESULT " + gate.allows(Purpose.USAGE) + " " + gate.allows(Purpose.ERRORS) + " answers="
                + asked.answers().size() + " nobody=" + asked.nobody() + ".");
        String line = new BufferedReader(new InputStreamReader(System.in)).readLine();
        System.out.println("PROGRAM READ " + line + ".");
    }

    /** Waits until something was typed, without reading it. */
    private static void awaitTyping(Surroundings surroundings) throws IOException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (surroundings.in().available() == 0 && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
    }
}
