package dev.candor.telemetry.segment;

import java.io.File;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Loads some classes itself, from some jars before the class path's, as a program's container may. */
final class OwnFirstLoader extends URLClassLoader {
    private final Predicate<String> own;
    private final Predicate<String> hidden;

    private OwnFirstLoader(List<Path> jars, Predicate<String> own, Predicate<String> hidden) {
        super(urls(jars), OwnFirstLoader.class.getClassLoader());
        this.own = own;
        this.hidden = hidden;
    }

    /** Takes the classes whose names begin so from these jars. */
    static OwnFirstLoader of(String prefix, Path... jars) {
        return new OwnFirstLoader(List.of(jars), name -> name.startsWith(prefix), name -> false);
    }

    /** A backend that finds the vendor's classes in these jars. */
    static OwnFirstLoader backend(String vendor, Path... jars) {
        return new OwnFirstLoader(List.of(jars), name -> name.startsWith(vendor) || backend(name), name -> false);
    }

    /** A backend that does not find the vendor's classes. */
    static OwnFirstLoader backendWithout(String vendor) {
        return new OwnFirstLoader(List.of(), OwnFirstLoader::backend, name -> name.startsWith(vendor));
    }

    private static boolean backend(String name) {
        return name.startsWith(OwnFirstLoader.class.getPackageName() + ".") && !name.contains("Test");
    }

    private static URL[] urls(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        try {
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return urls.toArray(new URL[0]);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.test(name)) {
            throw new ClassNotFoundException(name);
        }
        if (!own.test(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
