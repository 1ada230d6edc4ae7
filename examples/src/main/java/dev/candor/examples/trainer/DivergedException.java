package dev.candor.examples.trainer;

/** The loss is no number any more: further training is of no use. */
final class DivergedException extends Exception {
    private static final long serialVersionUID = 1L;

    DivergedException(long step, double rate) {
        super("the loss is not a number after step " + step + " with a learning rate of " + rate);
    }
}
