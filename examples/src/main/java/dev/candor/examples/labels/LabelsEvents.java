package dev.candor.examples.labels;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;

/** All that {@code labels} tells its maintainer. No record, no dataset's name and no metadata is among it. */
public final class LabelsEvents {
    private static final int MOST_RECORDS = 1_000_000;
    private static final int LONGEST_AGENT = 256;
    private static final int LONGEST_LANGUAGE = 64;

    /** What a dataset is for. */
    public static final Attribute<String> TASK = Attribute.oneOf(
                    "task", "text-classification", "token-classification", "text2text")
            .because("Which tasks are worth maintaining.");

    /** With what a model is trained. */
    public static final Attribute<String> FRAMEWORK =
            Attribute.oneOf("framework", "djl", "opennlp", "tribuo").because("Which frameworks are worth integrating.");

    static final Attribute<Long> RECORDS =
            Attribute.wholeNumber("records", 0, MOST_RECORDS).because("How large bulk operations are.");
    static final Attribute<String> USER = Attribute.hash("user")
            .because("How many people use a server; a keyed hash that says nothing of who they are.");
    static final Attribute<String> USER_AGENT =
            Attribute.text("user_agent", LONGEST_AGENT).because("Which clients and browsers have to work.");
    static final Attribute<String> ACCEPT_LANGUAGE =
            Attribute.text("accept_language", LONGEST_LANGUAGE).because("Which translations are wanted.");
    static final Attribute<String> CODE =
            Attribute.oneOf("code", ApiError.CODES).because("Which errors the server answers with.");
    static final Attribute<String> ENTITY =
            Attribute.oneOf("entity", ApiError.ENTITIES).because("What the error was about.");

    static final EventType ME = request("me_requested")
            .because("How many people use a server, with which clients.")
            .with(USER)
            .build();
    static final EventType BULK = request("bulk_logged")
            .because("Which tasks are used, and with how many records.")
            .with(TASK)
            .with(RECORDS)
            .build();
    static final EventType ERROR = request("api_error")
            .because("Which errors people run into.")
            .with(CODE)
            .with(ENTITY)
            .build();

    /** A model was trained on a dataset. */
    public static final EventType INTEGRATION = EventType.named("integration_used")
            .owner("labels maintainers")
            .because("Which frameworks models are trained with.")
            .with(FRAMEWORK)
            .with(TASK)
            .build();

    private LabelsEvents() {}

    static EventType[] all() {
        return new EventType[] {ME, BULK, ERROR, INTEGRATION};
    }

    private static EventType.Builder request(String name) {
        return EventType.named(name)
                .owner("labels maintainers")
                .with(USER_AGENT)
                .with(ACCEPT_LANGUAGE);
    }
}
