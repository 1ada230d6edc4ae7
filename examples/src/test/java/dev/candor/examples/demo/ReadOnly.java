package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A folder in which nothing can be written, also by root. */
record ReadOnly(Path path) implements AutoCloseable {
    static ReadOnly assume(Path folder) throws IOException, InterruptedException {
        if (!change("+i", folder)) {
            assertThat(folder.toFile().setWritable(false)).isTrue();
        }
        ReadOnly made = new ReadOnly(folder);
        boolean writable = Files.isWritable(folder);
        try {
            Files.delete(Files.createTempFile(folder, "probe", null));
        } catch (IOException refused) {
            writable = false;
        }
        if (writable) {
            made.close();
        }
        Assumptions.assumeFalse(writable, "nothing makes a folder read-only here: root without chattr");
        return made;
    }

    private static boolean change(String flag, Path folder) throws IOException, InterruptedException {
        try {
            Process chattr = new ProcessBuilder("chattr", flag, folder.toString())
                    .redirectErrorStream(true)
                    .start();
            chattr.getInputStream().transferTo(OutputStream.nullOutputStream());
            return chattr.waitFor(1, TimeUnit.MINUTES) && chattr.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            change("-i", path);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        path.toFile().setWritable(true);
    }
}
