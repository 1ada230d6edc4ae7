package dev.candor.examples.labels;

import dev.candor.examples.labels.client.LabelsClient;
import dev.candor.examples.labels.client.LabelsClient.Answer;
import dev.candor.examples.labels.client.LabelsTrainer;
import dev.candor.telemetry.Telemetry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code labels tour}: a server, and one request of each kind to it. */
@Command(
        name = "tour",
        description = "Start a server, send it one request of each kind, and stop it.",
        mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    private static final String TASK = "text-classification";
    private static final int TOO_LONG = 10_001;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Labels labels;

    @Override
    public Integer call() throws Exception {
        return labels.serve(0, TourCommand::tour);
    }

    private static void tour(LabelsServer server, Telemetry telemetry) throws Exception {
        LabelsClient client = new LabelsClient(server.uri(), "alice");
        say("who am I", client.me());
        say("two records", client.bulk("reviews", TASK, List.of("What a book!", "Never again.")));
        say("a task that is none", client.bulk("reviews", "guessing", List.of("?")));
        say("a dataset that is none", client.get("/api/dataset/nowhere"));
        say("a path that leads nowhere", client.get("/wp-login.php"));
        say("a record the database refuses", client.bulk("reviews", TASK, List.of("x".repeat(TOO_LONG))));
        say("train on it", new LabelsTrainer(telemetry, client).prepare("reviews", "tribuo", TASK));
    }

    private static void say(String what, Answer answer) {
        String body = answer.body().startsWith("{") ? answer.body() : "";
        System.out.println(what + ": " + answer.status() + " " + body);
    }
}
