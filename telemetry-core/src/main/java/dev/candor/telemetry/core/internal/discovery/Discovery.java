package dev.candor.telemetry.core.internal.discovery;

import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The backends on the class path.
 *
 * @param backends the usable ones, by name
 * @param problems what was skipped and why, one line each
 */
public record Discovery(Map<String, Found> backends, List<Problem> problems) {

    /** A loader that fails this often in a row has no end. */
    private static final int MOST_FAILURES = 100;

    /** Copies the collections. */
    public Discovery {
        backends = Map.copyOf(backends);
        problems = List.copyOf(problems);
    }

    /** A usable backend. */
    public record Found(BackendSpec spec, BackendProvider provider) {}

    /**
     * A provider that was skipped.
     *
     * @param name the backend's name, or the provider's class where the name is not known
     * @param reason one line for people
     */
    public record Problem(String name, String reason) {}

    /** Looks on {@code loader}'s class path. Opens every jar there: about 15 ms for 18 jars in a cold process. */
    public static Discovery on(ClassLoader loader) {
        return new Search().run(ServiceLoader.load(BackendProvider.class, loader));
    }

    /** Takes providers that are already there; for tests of tools. */
    public static Discovery of(Iterable<BackendProvider> providers) {
        Search search = new Search();
        for (BackendProvider provider : providers) {
            search.take(provider);
        }
        return search.result();
    }

    private static final class Search {
        private final Map<String, List<Found>> byName = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Discovery run(ServiceLoader<BackendProvider> services) {
            Iterator<BackendProvider> each = services.iterator();
            int failures = 0;
            while (failures < MOST_FAILURES) {
                try {
                    if (!each.hasNext()) {
                        break;
                    }
                    take(each.next());
                    failures = 0;
                } catch (ServiceConfigurationError | LinkageError broken) {
                    // hasNext() too fails when a provider was built for a newer Java or lacks its parent class.
                    failures++;
                    problems.add(new Problem(nameOf(broken), reasonOf(broken)));
                }
            }
            return result();
        }

        void take(BackendProvider provider) {
            try {
                BackendSpec spec = provider.spec();
                List<Found> sameName = byName.get(spec.name());
                if (sameName == null) {
                    sameName = new ArrayList<>();
                    byName.put(spec.name(), sameName);
                }
                sameName.add(new Found(spec, provider));
            } catch (RuntimeException | LinkageError broken) {
                problems.add(new Problem(provider.getClass().getName(), "spec() failed: " + reasonOf(broken)));
            }
        }

        Discovery result() {
            Map<String, Found> usable = new TreeMap<>();
            for (Map.Entry<String, List<Found>> entry : byName.entrySet()) {
                List<Found> found = entry.getValue();
                if (found.size() == 1) {
                    usable.put(entry.getKey(), found.get(0));
                } else {
                    problems.add(new Problem(
                            entry.getKey(),
                            "more than one provider has this name, so none is used: " + classNames(found)));
                }
            }
            return new Discovery(usable, problems);
        }

        private static String classNames(List<Found> found) {
            List<String> names = new ArrayList<>();
            for (Found each : found) {
                names.add(each.provider().getClass().getName());
            }
            return String.join(", ", names);
        }

        /** ServiceLoader's messages read {@code <service>: Provider <class> could not be instantiated}. */
        private static String nameOf(Throwable broken) {
            String message = String.valueOf(broken.getMessage());
            String marker = "Provider ";
            int start = message.indexOf(marker);
            if (start < 0) {
                return "a provider";
            }
            int from = start + marker.length();
            int end = message.indexOf(' ', from);
            return end < 0 ? message.substring(from) : message.substring(from, end);
        }

        private static String reasonOf(Throwable broken) {
            Throwable deepest = broken;
            for (int i = 0; i < 10 && deepest.getCause() != null; i++) {
                deepest = deepest.getCause();
            }
            return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
        }
    }
}
