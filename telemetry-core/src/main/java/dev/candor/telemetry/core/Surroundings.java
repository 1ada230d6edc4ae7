package dev.candor.telemetry.core;

import dev.candor.telemetry.core.internal.asking.MainProcess;
import dev.candor.telemetry.core.internal.start.AskedMap;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is read from the process: its environment, its user, its folders, its terminals and its clock.
 *
 * <p>Nothing else in the pipeline looks at the process, so a test that passes its own surroundings has the whole of them.
 * Immutable; safe for use by several threads.
 */
public final class Surroundings {

    /** The user, or the terminals, are asked of the process when somebody wants to know: it costs time. */
    static final int ASK_PROCESS = -2;

    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final @Nullable Path home;
    private final Path workingDirectory;
    private final @Nullable Path machineFolder;
    private final String osName;
    private final String userName;
    private final int uid;
    private final int terminals;
    private final Clock clock;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    /** The maps are not copied. */
    Surroundings(
            Map<String, String> environment,
            Map<String, String> properties,
            @Nullable Path home,
            Path workingDirectory,
            @Nullable Path machineFolder,
            String osName,
            String userName,
            int uid,
            int terminals,
            Clock clock,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.environment = environment;
        this.properties = properties;
        this.home = home;
        this.workingDirectory = workingDirectory;
        this.machineFolder = machineFolder;
        this.osName = osName;
        this.userName = userName;
        this.uid = uid;
        this.terminals = terminals;
        this.clock = clock;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** What this process has now. Later changes of system properties are not seen. */
    public static Surroundings ofProcess() {
        Properties system = System.getProperties();
        Map<String, String> properties = new HashMap<>();
        for (String name : system.stringPropertyNames()) {
            properties.put(name, system.getProperty(name, ""));
        }
        return ProcessSurroundings.read(System.getenv(), Collections.unmodifiableMap(properties));
    }

    /** Starts from nothing: no variables, no home, no terminal, an unknown user. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same surroundings, which note what they are asked. */
    Surroundings noting() {
        return new Surroundings(
                new AskedMap(environment),
                new AskedMap(properties),
                home,
                workingDirectory,
                machineFolder,
                osName,
                userName,
                uid,
                terminals,
                clock,
                in,
                out,
                err);
    }

    /** The environment variables. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Whether this process speaks for all equal ones of a distributed run: its launcher gave it rank 0, or no rank. */
    public boolean isMainProcess() {
        return MainProcess.is(environment);
    }

    /** The system properties. */
    public Map<String, String> properties() {
        return properties;
    }

    /** The user's home folder, or null where there is none that can be used. */
    public @Nullable Path home() {
        return home;
    }

    /** The folder in which the program was started. */
    public Path workingDirectory() {
        return workingDirectory;
    }

    /** The folder of machine-wide configuration, such as {@code /etc}, or null where there is none. */
    public @Nullable Path machineFolder() {
        return machineFolder;
    }

    /** The operating system, as in the system property {@code os.name}. */
    public String osName() {
        return osName;
    }

    /** Whether the operating system is Windows. */
    public boolean isWindows() {
        return osName.startsWith("Windows");
    }

    /** Whether the operating system is macOS. */
    public boolean isMac() {
        return osName.startsWith("Mac");
    }

    /** The user's name. */
    public String userName() {
        return userName;
    }

    /** The number of the effective user, where the operating system shows it without a child process. */
    public OptionalInt uid() {
        int number = uid == ASK_PROCESS ? ProcessUser.uid(osName) : uid;
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Whether standard input is a terminal. */
    public boolean stdinIsTerminal() {
        return isTerminal(0);
    }

    /** Whether standard output is a terminal. */
    public boolean stdoutIsTerminal() {
        return isTerminal(1);
    }

    /** Whether standard error is a terminal. */
    public boolean stderrIsTerminal() {
        return isTerminal(2);
    }

    private boolean isTerminal(int descriptor) {
        return terminals == ASK_PROCESS ? ProcessTerminals.isTerminal(descriptor) : (terminals & 1 << descriptor) != 0;
    }

    /** The time. */
    public Clock clock() {
        return clock;
    }

    /** Standard input. */
    public InputStream in() {
        return in;
    }

    /** Standard output. */
    public PrintStream out() {
        return out;
    }

    /** Standard error. */
    public PrintStream err() {
        return err;
    }

    /** Puts surroundings together, for tests and for hosts that speak for another user. Not for use by several threads. */
    public static final class Builder {
        private Map<String, String> environment = Map.of();
        private Map<String, String> properties = Map.of();
        private @Nullable Path home;
        private Path workingDirectory = Path.of("").toAbsolutePath();
        private @Nullable Path machineFolder;
        private String osName = "Linux";
        private String userName = "";
        private int uid = -1;
        private int terminals;
        private Clock clock = Clock.systemUTC();
        private InputStream in = InputStream.nullInputStream();
        private PrintStream out = new PrintStream(java.io.OutputStream.nullOutputStream(), true);
        private PrintStream err = out;

        private Builder() {}

        /** Sets the environment variables. */
        public Builder environment(Map<String, String> variables) {
            this.environment = variables;
            return this;
        }

        /** Sets the system properties. */
        public Builder properties(Map<String, String> values) {
            this.properties = values;
            return this;
        }

        /** Sets the home folder; null for none. */
        public Builder home(@Nullable Path folder) {
            this.home = folder;
            return this;
        }

        /** Sets the working folder. */
        public Builder workingDirectory(Path folder) {
            this.workingDirectory = folder;
            return this;
        }

        /** Sets the folder of machine-wide configuration; null for none. */
        public Builder machineFolder(@Nullable Path folder) {
            this.machineFolder = folder;
            return this;
        }

        /** Sets the operating system's name. */
        public Builder osName(String name) {
            this.osName = name;
            return this;
        }

        /** Sets the user; a negative number for one that is not known. */
        public Builder user(String name, int number) {
            this.userName = name;
            this.uid = number;
            return this;
        }

        /** Says which of the standard streams are terminals. */
        public Builder terminals(boolean stdin, boolean stdout, boolean stderr) {
            this.terminals = (stdin ? 1 : 0) | (stdout ? 2 : 0) | (stderr ? 4 : 0);
            return this;
        }

        /** Sets the clock. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /** Sets the standard streams. */
        public Builder streams(InputStream stdin, PrintStream stdout, PrintStream stderr) {
            this.in = stdin;
            this.out = stdout;
            this.err = stderr;
            return this;
        }

        /** The finished surroundings. */
        public Surroundings build() {
            return new Surroundings(
                    environment instanceof AskedMap ? environment : Map.copyOf(environment),
                    properties instanceof AskedMap ? properties : Map.copyOf(properties),
                    home,
                    workingDirectory,
                    machineFolder,
                    osName,
                    userName,
                    uid,
                    terminals,
                    clock,
                    in,
                    out,
                    err);
        }
    }
}
