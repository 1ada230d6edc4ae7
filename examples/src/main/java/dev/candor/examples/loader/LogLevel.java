package dev.candor.examples.loader;

import java.util.logging.Level;

/** From which level on things are logged, and which records are told to the owner's error tracker too. */
enum LogLevel {
    CRITICAL,
    ERROR,
    WARNING,
    INFO,
    DEBUG;

    Level logged() {
        return switch (this) {
            case CRITICAL -> Level.OFF;
            case ERROR -> Level.SEVERE;
            case WARNING -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
        };
    }

    /** Warnings are reported where they are logged, anything less grave never. */
    Level reported() {
        return compareTo(WARNING) < 0 ? logged() : Level.WARNING;
    }
}
