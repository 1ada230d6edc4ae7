package dev.candor.benchmarks.memory;

import java.io.IOException;
import java.io.PrintStream;

/** A server that does nothing but what the others are told to do. */
public final class EmptyServer {
    private EmptyServer() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = Load.takeOutput();
        new Load(() -> {}, answers).obey();
    }
}
