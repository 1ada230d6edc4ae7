package dev.candor.telemetry.core.internal.asking;

import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line from the controlling terminal, and stops reading when the time is over.
 *
 * <p>A read of standard input cannot be taken back: a reader whose time is over would sit there and eat the next line that
 * the program itself waits for. Closing a channel does end a read on it, with nothing eaten. Polling would not do either: a
 * terminal does not tell an end of input from silence.
 */
final class TerminalLine implements AnswerLine {

    private static final int MAX_BYTES = 1024;

    private final Path terminal;
    private final AnswerLine otherwise;

    /**
     * @param terminal {@code /dev/tty}
     * @param otherwise asked where the terminal cannot be opened
     */
    TerminalLine(Path terminal, AnswerLine otherwise) {
        this.terminal = terminal;
        this.otherwise = otherwise;
    }

    @Override
    public @Nullable String read(Duration patience) {
        FileChannel channel;
        try {
            channel = FileChannel.open(terminal, StandardOpenOption.READ);
        } catch (IOException | RuntimeException e) {
            return otherwise.read(patience);
        }
        Reader reader = new Reader(channel);
        if (new DaemonThreads().start(reader, "candor-answer") == null) {
            // Nobody would hear an answer, so there is none.
            reader.closeQuietly();
            return null;
        }
        return reader.await(patience);
    }

    /** Reads on a thread of its own, which another can stop. */
    private static final class Reader implements Runnable {

        private final FileChannel channel;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable String line;

        Reader(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void run() {
            ByteBuffer read = ByteBuffer.allocate(MAX_BYTES);
            try {
                while (read.hasRemaining() && channel.read(read) > 0) {
                    if (read.get(read.position() - 1) == '\n') {
                        line = new String(read.array(), 0, read.position() - 1, StandardCharsets.UTF_8);
                        return;
                    }
                }
            } catch (IOException e) {
                line = null;
            } finally {
                ended.countDown();
            }
        }

        @Nullable
        String await(Duration patience) {
            try {
                if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    channel.close();
                    ended.await(1, TimeUnit.SECONDS);
                }
                channel.close();
            } catch (InterruptedException e) {
                closeQuietly();
                Thread.currentThread().interrupt();
                return null;
            } catch (IOException e) {
                return line;
            }
            return line;
        }

        private void closeQuietly() {
            try {
                channel.close();
            } catch (IOException e) {
                return;
            }
        }
    }
}
