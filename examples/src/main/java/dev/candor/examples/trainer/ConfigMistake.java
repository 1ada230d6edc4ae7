package dev.candor.examples.trainer;

/** What is wrong with a person's config, told to them in one line; not an error of the tool. */
final class ConfigMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigMistake(String message) {
        super(message);
    }
}
