package dev.candor.telemetry.core.internal.start;

import dev.candor.telemetry.core.internal.config.FileSight;
import dev.candor.telemetry.core.internal.context.HostFiles;
import dev.candor.telemetry.core.internal.context.NotedFiles.Question;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import dev.candor.telemetry.core.internal.route.SipHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes a {@link StartPlan} after a full start.
 *
 * @param folder where the tool's telemetry keeps its state
 * @param home to whose owner the file belongs
 * @param uid the user's number; negative where the system has none
 * @param now the time in Unix milliseconds
 * @param tool what the tool's code says, and where it runs
 */
public record NewPlan(File folder, Home home, int uid, long now, ToolIdentity tool) {
    private static final long FRESH_MILLIS = 2_000;

    /**
     * Keeps a result with what it depended on; does nothing where a later run could not compare that.
     *
     * @param seed 16 random bytes for the key
     */
    public void keep(StartPlan result, PlanInputs inputs, byte[] seed) throws IOException {
        List<File> jars = ClassPath.entries(inputs.properties().getOrDefault("java.class.path", ""));
        if (jars == null || hasFresh(jars) || SameNames.speaksOf(tool.name(), inputs.properties())) {
            return;
        }
        File file = new File(folder, StartPlan.FILE);
        byte[] earlier = FileSight.readPrivate(file, uid, StartPlan.MOST_BYTES);
        NameTable names = NameTable.of(earlier, tool, seed);
        names.add(inputs.environment());
        SipHash hash = names.hash();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        names.writeKey(out);
        out.writeLong(hash.hash(tool.bytes()));
        out.writeInt(uid);
        out.writeLong(now);
        names.writeTable(out, inputs.environment());
        properties(out, hash, inputs);
        files(out, hash, inputs);
        jars(out, jars);
        machine(out, hash, inputs.questions());
        result(out, result);
        out.writeLong(hash.hash(bytes.toByteArray()));
        if (bytes.size() <= StartPlan.MOST_BYTES) {
            PrivateFiles.replace(file.toPath(), bytes.toByteArray(), home);
        }
    }

    /** Forgets the plan, if there is one. */
    public static void forget(File folder) throws IOException {
        PrivateFiles.remove(new File(folder, StartPlan.FILE).toPath());
    }

    /** Whether a jar is so new that another one of the same size could follow within the clock's grain. */
    private boolean hasFresh(List<File> jars) {
        for (File each : jars) {
            if (StartPlan.modified(each) > now - FRESH_MILLIS || StartPlan.size(each) == -2) {
                return true;
            }
        }
        return false;
    }

    private static void properties(DataOutputStream out, SipHash hash, PlanInputs inputs) throws IOException {
        AskedMap properties = inputs.properties();
        TreeSet<String> asked = new TreeSet<>(properties.asked());
        asked.add("java.class.path");
        asked.add("jdk.module.path");
        if (inputs.project().isEmpty() || ClassPath.isRelative(properties.getOrDefault("java.class.path", ""))) {
            asked.add("user.dir");
        }
        out.writeInt(asked.size());
        for (String each : asked) {
            text(out, each);
            out.writeLong(SameNames.number(each, properties.get(each), hash));
        }
    }

    private static void files(DataOutputStream out, SipHash hash, PlanInputs inputs) throws IOException {
        String project = inputs.project();
        out.writeInt(inputs.files().size());
        for (FileSight each : inputs.files()) {
            String path = each.path();
            boolean inProject =
                    !project.isEmpty() && (path.equals(project) || path.startsWith(project.concat(File.separator)));
            text(out, inProject ? StartPlan.IN_PROJECT.concat(path.substring(project.length())) : path);
            out.writeLong(each.number(hash));
        }
    }

    private static void jars(DataOutputStream out, List<File> jars) throws IOException {
        out.writeInt(jars.size());
        for (File each : jars) {
            text(out, each.getPath());
            out.writeLong(StartPlan.size(each));
            out.writeLong(StartPlan.modified(each));
        }
    }

    private static void machine(DataOutputStream out, SipHash hash, List<Question> questions) throws IOException {
        out.writeInt(Runtime.getRuntime().availableProcessors());
        out.writeInt(questions.size());
        HostFiles files = HostFiles.ofThisMachine();
        for (Question each : questions) {
            out.writeChar(each.kind());
            text(out, each.path());
            out.writeInt(each.most());
            out.writeInt(each.words().size());
            for (String word : each.words()) {
                text(out, word);
            }
            String answer = StartPlan.answer(
                    files, each.kind(), each.path(), each.most(), each.words().toArray(new String[0]));
            out.writeLong(hash.hash(StartPlan.bytes(answer)));
        }
    }

    private static void result(DataOutputStream out, StartPlan result) throws IOException {
        out.writeInt(result.mask());
        out.writeInt(result.identity());
        out.writeInt(result.subjects());
        for (int i = 0; i < result.subjects(); i++) {
            out.writeInt(result.lanes(i).length);
            for (long lane : result.lanes(i)) {
                out.writeLong(lane);
            }
        }
        out.writeInt(result.resource().length);
        out.write(result.resource());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = StartPlan.bytes(text);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
