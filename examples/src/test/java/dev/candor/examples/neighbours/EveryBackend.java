package dev.candor.examples.neighbours;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.UUID;

/** A program that sends one signal by each backend it finds: arguments {@code backend.setting=value}. */
public final class EveryBackend {
    private static final Header HEADER = new Header(
            new UUID(0x019a000000007000L, 0x8000000000000007L),
            Instant.parse("2026-05-04T03:02:01.123Z"),
            "someone",
            new Resource("program", "1.0", "", "Linux", "6", "amd64", "17", "x", 2, 0, false, "", List.of(), Map.of()));

    private EveryBackend() {}

    /** Says of each backend in which module it is and what came of its signal. */
    public static void main(String[] args) throws Exception {
        Map<String, BackendProvider> found = new TreeMap<>();
        for (BackendProvider provider : ServiceLoader.load(BackendProvider.class)) {
            found.put(provider.spec().name(), provider);
        }
        for (BackendProvider provider : found.values()) {
            String name = provider.spec().name();
            try (Backend backend = provider.open(context(name, args))) {
                Signal signal = provider.spec().carries().contains(Purpose.USAGE) ? usage() : error();
                Module module = provider.getClass().getModule();
                System.out.println(name + " " + (module.isNamed() ? module.getName() : "-") + " "
                        + backend.export(List.of(signal)));
            }
        }
    }

    private static BackendContext context(String backend, String[] args) {
        Map<String, SettingValue> settings = new HashMap<>();
        for (String argument : args) {
            int dot = argument.indexOf('.');
            int equals = argument.indexOf('=');
            if (argument.substring(0, dot).equals(backend)) {
                String name = argument.substring(dot + 1, equals);
                settings.put(name, new SettingValue(backend + "_" + name, argument.substring(equals + 1), "code"));
            }
        }
        return new BackendContext("program", "1.0", Audience.MAINTAINER, settings, Receipts.none());
    }

    private static Signal usage() {
        return new UsageEvent(HEADER, "started", Map.of("success", true));
    }

    private static Signal error() {
        ErrorReport.Thrown thrown = new ErrorReport.Thrown("dev.example.BrokenException", "", -1, false, List.of());
        return new ErrorReport(HEADER, List.of(thrown), true, "main", "start", "", "", Map.of(), List.of(), List.of());
    }
}
