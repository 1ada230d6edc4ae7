package dev.candor.examples.loader;

/** What a person did wrong, told to them in one line; not an error of the tool. */
final class UsageMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageMistake(String message) {
        super(message);
    }
}
