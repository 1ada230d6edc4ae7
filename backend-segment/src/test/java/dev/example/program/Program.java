package dev.example.program;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;

/** A program on a module path: says in which module it found a backend, and how many posts an event makes there. */
public final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
        BackendProvider provider =
                ServiceLoader.load(BackendProvider.class).findFirst().orElseThrow();
        BackendContext context = new BackendContext(
                "program",
                "1.0",
                Audience.MAINTAINER,
                Map.of("write_key", new SettingValue("a key", "key", "code")),
                Receipts.none());
        Resource place = new Resource(
                "program", "1.0", "", "Linux", "6", "amd64", "17", "x", 2, 0, false, "", List.of(), Map.of());
        UsageEvent event =
                new UsageEvent(new Header(new UUID(7, 7), Instant.EPOCH, "someone", place), "started", Map.of());
        int posts = provider.open(context).preview(List.of(event)).size();
        System.out.println(provider.getClass().getModule().getName() + " " + posts);
    }
}
