package dev.candor.telemetry.core.internal.start;

import dev.candor.telemetry.core.internal.config.FileSight;
import dev.candor.telemetry.core.internal.context.HostFiles;
import dev.candor.telemetry.core.internal.route.SipHash;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run of a short command worked out, and all that it depended on.
 *
 * <p>It stands only while every question that was asked then has the same answer now: variables, properties, files byte for byte, the
 * jars, the machine. The same inputs give the same decision, so nothing that is kept here can turn a no into a yes; whatever is in
 * doubt, or is not as it was, leaves the decision to the full start. Immutable.
 *
 * <p>The file: format, key (two numbers), tool, user, time, then the parts in the order in which {@link #find} compares them, the result, and a keyed hash
 * of all before. Numbers are big-endian.
 */
public final class StartPlan {
    /** What it is called in its folder. */
    public static final String FILE = "start-plan";

    static final long FORMAT = 0x43414e4450310001L;
    static final int MOST_BYTES = 1 << 18;

    /** A folder of classes that holds this may change its providers unseen. */
    static final String SERVICE = "META-INF/services/dev.candor.telemetry.spi.BackendProvider";

    /** What the path of a file begins with that is meant to be in the project's folder, whichever that is. */
    static final String IN_PROJECT = "\0";

    private final int mask;
    private final int identity;
    private final long[][] lanes;
    private final byte[] resource;

    /**
     * A result.
     *
     * @param mask what is allowed, a bit for each subject by their order
     * @param identity who events are counted as, by the order of the modes
     * @param lanes where signals go, for each subject; not copied
     * @param resource the bytes of the resource in frames; not copied
     */
    public StartPlan(int mask, int identity, long[][] lanes, byte[] resource) {
        this.mask = mask;
        this.identity = identity;
        this.lanes = lanes;
        this.resource = resource;
    }

    /** Whether a subject may be collected and has somewhere to go; {@code subject} is its place among the subjects. */
    public boolean serves(int subject) {
        return (mask & 1 << subject) != 0 && lanes[subject].length > 0;
    }

    /** Where signals of a subject go. Not copied. */
    public long[] lanes(int subject) {
        return lanes[subject];
    }

    /** Who events are counted as, by the order of the modes. */
    public int identity() {
        return identity;
    }

    /** The bytes of the resource. Not copied. */
    public byte[] resource() {
        return resource;
    }

    int subjects() {
        return lanes.length;
    }

    int mask() {
        return mask;
    }

    /**
     * The plan that stands for this run; null where there is none.
     *
     * @param folder where the tool's telemetry keeps its state
     * @param uid the user's number; negative where the system has none
     * @param now the time in Unix milliseconds
     * @param tool what the tool's code says, and where it runs
     * @param project the project's folder, whose files may be other ones than those of the earlier run when they say the same
     */
    public static @Nullable StartPlan find(
            File folder,
            int uid,
            long now,
            ToolIdentity tool,
            String project,
            Map<String, String> environment,
            Map<String, String> properties) {
        try {
            byte[] bytes = FileSight.readPrivate(new File(folder, FILE), uid, MOST_BYTES);
            SipHash hash = bytes == null ? null : sealedBy(bytes);
            if (bytes == null || hash == null) {
                return null;
            }
            ByteBuffer in = ByteBuffer.wrap(bytes);
            in.position(3 * Long.BYTES);
            boolean same = in.getLong() == hash.hash(tool.bytes())
                    && in.getInt() == uid
                    && in.getLong() <= now
                    && SameNames.variables(in, hash, environment)
                    && SameNames.properties(in, hash, properties, tool.name())
                    && files(in, hash, project)
                    && jars(in)
                    && machine(in, hash);
            return same ? result(in) : null;
        } catch (IOException | RuntimeException doubtful) {
            return null;
        }
    }

    /** The hash that a plan is sealed with; null when it is damaged or of another format. */
    static @Nullable SipHash sealedBy(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 8 * Long.BYTES || in.getLong() != FORMAT) {
            return null;
        }
        SipHash hash = new SipHash(in.getLong(), in.getLong());
        int end = bytes.length - Long.BYTES;
        return hash.hash(bytes, 0, end) == in.getLong(end) ? hash : null;
    }

    private static boolean files(ByteBuffer in, SipHash hash, String project) throws IOException {
        for (int count = in.getInt(); count > 0; count--) {
            String path = text(in);
            boolean inProject = path.startsWith(IN_PROJECT);
            if (FileSight.numberOf(inProject ? project.concat(path.substring(1)) : path, hash) != in.getLong()) {
                return false;
            }
        }
        return true;
    }

    private static boolean jars(ByteBuffer in) {
        for (int count = in.getInt(); count > 0; count--) {
            File entry = new File(text(in));
            long size = in.getLong();
            // A folder is told from a jar by its size, which is negative here.
            long now = size < 0 ? size(entry) : entry.length();
            long modified = size < 0 ? modified(entry) : entry.lastModified();
            if (size != now || in.getLong() != modified) {
                return false;
            }
        }
        return true;
    }

    /** What tells a jar from another in its place; of a folder, that it names no backend. */
    static long size(File entry) {
        return entry.isDirectory() ? new File(entry, SERVICE).exists() ? -2 : -1 : entry.length();
    }

    /** When a jar was written; 0 for a folder, into which anybody may write without touching its classes. */
    static long modified(File entry) {
        return entry.isDirectory() ? 0 : entry.lastModified();
    }

    private static boolean machine(ByteBuffer in, SipHash hash) {
        if (in.getInt() != Runtime.getRuntime().availableProcessors()) {
            return false;
        }
        HostFiles files = HostFiles.ofThisMachine();
        for (int count = in.getInt(); count > 0; count--) {
            char kind = in.getChar();
            String path = text(in);
            int most = in.getInt();
            String[] words = new String[in.getInt()];
            for (int i = 0; i < words.length; i++) {
                words[i] = text(in);
            }
            if (hash.hash(bytes(answer(files, kind, path, most, words))) != in.getLong()) {
                return false;
            }
        }
        return true;
    }

    static String answer(HostFiles files, char kind, String path, int most, String[] words) {
        return switch (kind) {
            case 'e' -> files.exists(path) ? "1" : "0";
            case 'h' -> files.head(path, most);
            case 'm' -> Integer.toString(files.mentions(path, most, words));
            default -> String.join("\0", files.names(path, most));
        };
    }

    private static StartPlan result(ByteBuffer in) {
        int mask = in.getInt();
        int identity = in.getInt();
        long[][] lanes = new long[in.getInt()][];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new long[in.getInt()];
            for (int k = 0; k < lanes[i].length; k++) {
                lanes[i][k] = in.getLong();
            }
        }
        byte[] resource = new byte[in.getInt()];
        in.get(resource);
        return new StartPlan(mask, identity, lanes, resource);
    }

    static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
