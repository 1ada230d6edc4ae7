package dev.candor.telemetry.testkit;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Loads some classes itself, as a container or plug-in does: to try a backend beside another version of its vendor's classes, without
 * them, or to see what it loads.
 *
 * <p>What it does not load itself comes from the class path of the tests.
 */
public final class OwnFirstLoader extends URLClassLoader {
    private final List<String> own;
    private final List<String> hidden;
    private final List<String> loaded = Collections.synchronizedList(new ArrayList<>());

    private OwnFirstLoader(List<String> own, List<String> hidden, Path... jars) throws Exception {
        super(urls(jars), OwnFirstLoader.class.getClassLoader());
        this.own = List.copyOf(own);
        this.hidden = List.copyOf(hidden);
    }

    /** Loads the classes whose names begin with one of {@code own} from {@code jars}, and from the class path what is not there. */
    public static OwnFirstLoader of(List<String> own, Path... jars) throws Exception {
        return new OwnFirstLoader(own, List.of(), jars);
    }

    /** The same, for a program in which the classes whose names begin with {@code hidden} are missing. */
    public static OwnFirstLoader without(String hidden, List<String> own) throws Exception {
        return new OwnFirstLoader(own, List.of(hidden));
    }

    /** Makes an object of a class with a constructor without arguments; {@code type} is one that both sides share. */
    public <T> T make(Class<T> type, String className) throws Exception {
        return loadClass(className).asSubclass(type).getConstructor().newInstance();
    }

    /** The names of the classes that it was asked for and loads itself, in that order. */
    public List<String> loaded() {
        return List.copyOf(loaded);
    }

    private static URL[] urls(Path... jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        urls.addAll(Arrays.asList(ThrowAwayUse.classPath()));
        return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        if (own.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            loaded.add(name);
            Class<?> found = findLoadedClass(name);
            return found == null ? findClass(name) : found;
        }
    }
}
