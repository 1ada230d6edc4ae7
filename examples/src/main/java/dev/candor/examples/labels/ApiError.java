package dev.candor.examples.labels;

/** An error that the API answers with: a code and the kind of thing it is about, both from closed sets. */
final class ApiError extends RuntimeException {
    static final String UNAUTHORIZED = "unauthorized";
    static final String NOT_FOUND = "entity_not_found";
    static final String INVALID = "validation_error";
    static final String WRONG_TASK = "wrong_task";
    static final String NO_ROUTE = "route_not_found";
    static final String INTERNAL = "internal";
    static final String[] CODES = {UNAUTHORIZED, NOT_FOUND, INVALID, WRONG_TASK, NO_ROUTE, INTERNAL};

    static final String USER = "User";
    static final String DATASET = "Dataset";
    static final String TASK = "Task";
    static final String RECORD = "Record";
    static final String NONE = "none";
    static final String[] ENTITIES = {USER, DATASET, TASK, RECORD, NONE};

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String entity;

    ApiError(int status, String code, String entity) {
        super(code + ": " + entity);
        this.status = status;
        this.code = code;
        this.entity = entity;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String entity() {
        return entity;
    }
}
