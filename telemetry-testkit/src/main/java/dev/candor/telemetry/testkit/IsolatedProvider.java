package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A provider in a class loader of its own, which remembers what was loaded. */
final class IsolatedProvider {
    private final String className;
    private final List<String> loaded = Collections.synchronizedList(new ArrayList<>());

    private IsolatedProvider(String className) {
        this.className = className;
    }

    static IsolatedProvider of(Class<?> provider) {
        return new IsolatedProvider(provider.getName());
    }

    /** Makes the provider as ServiceLoader does and asks it for its spec. */
    void askForSpec() throws IOException, ReflectiveOperationException {
        try (Loader loader = new Loader(ThrowAwayUse.classPath())) {
            Class<?> provider = Class.forName(className, true, loader);
            Object made = provider.getConstructor().newInstance();
            provider.getMethod("spec").invoke(made);
        }
    }

    /** The names of the classes that this took, the JDK's not among them. */
    List<String> loaded() {
        return List.copyOf(loaded);
    }

    private final class Loader extends URLClassLoader {
        Loader(URL[] urls) {
            super(urls, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            loaded.add(name);
            return found;
        }
    }
}
