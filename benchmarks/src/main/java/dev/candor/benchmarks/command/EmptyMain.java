package dev.candor.benchmarks.command;

/** The program that does nothing: what a JVM costs by itself. */
final class EmptyMain {
    private EmptyMain() {}

    /** Does nothing. */
    public static void main(String[] args) {
        // what is measured is the JVM around it
    }
}
