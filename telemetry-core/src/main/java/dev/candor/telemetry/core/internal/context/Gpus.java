package dev.candor.telemetry.core.internal.context;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The models of NVIDIA cards, for tools that ask for them: from the driver's files, else from {@code nvidia-smi}.
 *
 * <p>Serial numbers, UUIDs and bus addresses stand beside the model there and are never read out.
 */
final class Gpus {

    private static final String DRIVER = "/proc/driver/nvidia/gpus";
    private static final int MAX_CARDS = 64;
    private static final int MAX_FILE_BYTES = 4096;
    private static final int MAX_OUTPUT_BYTES = 16 * 1024;

    /** Fixed places only: a name looked up on PATH could be anybody's program, on Windows even one in the current folder. */
    private static final List<String> TOOLS =
            List.of("/usr/bin/nvidia-smi", "/usr/lib/wsl/lib/nvidia-smi", "C:\\Windows\\System32\\nvidia-smi.exe");

    private final HostFiles files;
    private final List<String> tools;
    private final Duration patience;

    Gpus(HostFiles files) {
        this(files, TOOLS, Duration.ofSeconds(5));
    }

    Gpus(HostFiles files, List<String> tools, Duration patience) {
        this.files = files;
        this.tools = tools;
        this.patience = patience;
    }

    /** One model name for each card, at most 64; empty where there is none or it cannot be told. */
    List<String> models() {
        List<String> models = new ArrayList<>();
        for (String card : files.names(DRIVER, MAX_CARDS)) {
            String information = files.head(DRIVER + "/" + card + "/information", MAX_FILE_BYTES);
            int at = information.indexOf("Model:");
            if (at >= 0) {
                add(models, line(information, at + "Model:".length()));
            }
        }
        for (int i = 0; models.isEmpty() && i < tools.size(); i++) {
            if (files.exists(tools.get(i))) {
                ask(tools.get(i), models);
            }
        }
        return List.copyOf(models);
    }

    private void ask(String tool, List<String> models) {
        Process process;
        try {
            process = new ProcessBuilder(tool, "--query-gpu=name", "--format=csv,noheader")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException | OutOfMemoryError e) {
            // The error: Java waits for each child on a thread, and the machine may have no room for one.
            return;
        }
        try {
            process.getOutputStream().close();
            // It is read only when it has ended: a driver that hangs must not hang the reader. Ten lines fit into any
            // pipe.
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0) {
                byte[] output = process.getInputStream().readNBytes(MAX_OUTPUT_BYTES);
                for (String name : new String(output, StandardCharsets.UTF_8).split("\n", MAX_CARDS + 1)) {
                    add(models, name);
                }
            }
        } catch (IOException e) {
            models.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void add(List<String> models, String name) {
        String plain = Words.plain(name, 80);
        if (!plain.isEmpty() && models.size() < MAX_CARDS) {
            models.add(plain);
        }
    }

    private static String line(String text, int from) {
        int end = text.indexOf('\n', from);
        return text.substring(from, end < 0 ? text.length() : end);
    }
}
