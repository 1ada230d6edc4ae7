package dev.candor.telemetry.core.internal.delivery;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts a process that delivers what short commands left in the spool, and does not wait for it.
 *
 * <p>The process runs {@link UploaderMain} with the tool's own class path, in the tool's working directory and environment, so that it
 * resolves the same consent and the same destinations. Signals go through the spool alone, and no setting is in its arguments. Its streams
 * are the null device, and it is no child of this one; where {@code setsid} or {@code nohup} is there it outlives the terminal.
 */
public final class DetachedUpload {
    private static final String MARK = "candor.uploader";
    private static final String[] OPTION_VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"};
    private static final String[] FORWARDED = {
        "user.home",
        "http.proxyHost",
        "http.proxyPort",
        "https.proxyHost",
        "https.proxyPort",
        "http.nonProxyHosts",
        "java.net.useSystemProxies",
        "javax.net.ssl.trustStore",
        "javax.net.ssl.trustStoreType",
        "java.util.logging.config.file"
    };

    private final File directory;
    private final String entry;

    /**
     * An upload of the spool that {@code entry} opens.
     *
     * @param directory where the lock is that only one upload process holds
     * @param entry the name of a public class with a public constructor without arguments that is a {@code Supplier} of the tool's telemetry
     */
    public DetachedUpload(File directory, String entry) {
        this.directory = directory;
        this.entry = entry;
    }

    /** Whether this process is an upload process; it must neither ask for consent nor start another one. */
    public static boolean isUploader() {
        return Boolean.getBoolean(MARK);
    }

    /**
     * Starts the process.
     *
     * @return whether it runs; false where there is no Java to start, as in a native image
     */
    public boolean start() {
        List<String> command = command();
        if (command == null) {
            return false;
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        withoutAgents(builder.environment());
        File nothing = new File(windows() ? "NUL" : "/dev/null");
        builder.redirectInput(nothing);
        builder.redirectOutput(nothing);
        builder.redirectError(nothing);
        try {
            builder.start();
            return true;
        } catch (IOException | RuntimeException notAllowed) {
            return false;
        } catch (OutOfMemoryError noThread) {
            // Java waits for each child on a thread. Where it can start none the child may run all the same.
            return false;
        }
    }

    /** The command line; null where there is no Java. */
    @Nullable
    List<String> command() {
        String home = System.getProperty("java.home");
        String classPath = classPath();
        if (home == null || classPath.isEmpty()) {
            return null;
        }
        File java = new File(home, windows() ? "bin\\javaw.exe" : "bin/java");
        if (!java.canExecute()) {
            return null;
        }
        List<String> command = new ArrayList<>();
        detach(command);
        command.add(java.getPath());
        // It lives for seconds: no second compiler, no threads of a parallel collector, little memory.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Xshare:auto");
        command.add("-Xmx128m");
        command.add("-D" + MARK + "=true");
        for (String name : FORWARDED) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.add("-cp");
        command.add(classPath);
        command.add(UploaderMain.class.getName());
        command.add(directory.getPath());
        command.add(entry);
        return command;
    }

    /** The tool's jars, wherever they were found: nothing of the upload needs to be a module. */
    private static String classPath() {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path", ""));
        for (String entry : System.getProperty("jdk.module.path", "").split(File.pathSeparator, -1)) {
            if (entry.isEmpty()) {
                continue;
            }
            path.append(path.isEmpty() ? "" : File.pathSeparator).append(entry);
            if (new File(entry).isDirectory() && !new File(entry, "module-info.class").exists()) {
                path.append(File.separator).append('*');
            }
        }
        return path.toString();
    }

    /**
     * Has a shell start it and end at once. Otherwise the JVM that ends would find its own thread waiting for the child, and waits 300 ms
     * for that thread ({@code VM_Exit::wait_for_threads_in_native_to_block} in HotSpot).
     */
    private static void detach(List<String> command) {
        if (windows()) {
            return;
        }
        File shell = new File("/bin/sh");
        if (shell.canExecute()) {
            command.addAll(List.of(shell.getPath(), "-c", "\"$@\" &", "candor"));
        }
        for (String wrapper : new String[] {"/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup"}) {
            if (new File(wrapper).canExecute()) {
                command.add(wrapper);
                return;
            }
        }
    }

    /** A debugger's or profiler's port is taken by the parent: the child would not start. */
    private static void withoutAgents(Map<String, String> environment) {
        for (String variable : OPTION_VARIABLES) {
            String options = environment.get(variable);
            if (options != null
                    && (options.contains("-agent") || options.contains("-javaagent") || options.contains("-Xrun"))) {
                environment.remove(variable);
            }
        }
    }

    private static boolean windows() {
        return File.separatorChar == '\\';
    }
}
