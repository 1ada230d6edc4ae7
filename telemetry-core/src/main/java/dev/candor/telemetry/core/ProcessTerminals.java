package dev.candor.telemetry.core;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks the operating system whether a standard stream is a terminal. */
final class ProcessTerminals {
    private ProcessTerminals() {}

    static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
        try {
            return isTerminalDevice(Files.readSymbolicLink(link).toString());
        } catch (IOException | RuntimeException noProcFileSystem) {
            return consoleIsTerminal();
        }
    }

    static boolean isTerminalDevice(String device) {
        return device.startsWith("/dev/pts/")
                || device.startsWith("/dev/tty")
                || device.startsWith("/dev/hvc")
                || device.equals("/dev/console");
    }

    /** From JDK 22 on there is a console even without a terminal, and a method that tells them apart. */
    @SuppressWarnings("SystemConsoleNull") // the version is looked at below
    private static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return false;
        }
    }
}
