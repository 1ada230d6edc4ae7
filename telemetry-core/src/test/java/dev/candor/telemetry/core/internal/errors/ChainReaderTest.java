package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions of every shape, read within bounds. */
class ChainReaderTest {
    private static final int MOST_EXCEPTIONS = 16;
    private static final int MOST_FRAMES = 64;

    private final FrameReader frames = new FrameReader(new Ownership(List.of("tool")));

    @Test
    void read_causesAndSuppressed_keepTheirPlaces() {
        IOException cause = new IOException("disk");
        IllegalStateException error = new IllegalStateException("outer", cause);
        error.addSuppressed(new InterruptedException("while closing"));
        cause.addSuppressed(new IllegalArgumentException("deep"));

        List<Thrown> chain = withMessages(error);

        assertThat(chain)
                .extracting(Thrown::type)
                .containsExactly(
                        "java.lang.IllegalStateException",
                        "java.io.IOException",
                        "java.lang.IllegalArgumentException",
                        "java.lang.InterruptedException");
        assertThat(chain).extracting(Thrown::parent).containsExactly(-1, 0, 1, 0);
        assertThat(chain).extracting(Thrown::suppressed).containsExactly(false, false, true, true);
    }

    @Test
    void read_cycleOfThree_endsAfterThree() {
        Exception first = new Exception("1");
        Exception second = new Exception("2");
        Exception third = new Exception("3");
        first.initCause(second);
        second.initCause(third);
        third.initCause(first);
        third.addSuppressed(first);
        second.addSuppressed(third);

        assertThat(withMessages(first)).hasSize(3);
    }

    @Test
    void read_tenThousandCauses_keepsTheFirst() {
        Exception error = new Exception("innermost");
        for (int i = 0; i < 10_000; i++) {
            error = new Exception("level " + i, error);
        }

        List<Thrown> chain = withMessages(error);

        assertThat(chain).hasSizeLessThanOrEqualTo(MOST_EXCEPTIONS);
        assertThat(chain.get(0).message()).isEqualTo("level 9999");
    }

    @Test
    void read_manySuppressed_areBounded() {
        Exception error = new Exception("outer");
        for (int i = 0; i < 10_000; i++) {
            error.addSuppressed(new Exception("suppressed"));
        }

        assertThat(withMessages(error)).hasSize(MOST_EXCEPTIONS);
    }

    @Test
    void read_hundredThousandFrames_areBounded() {
        Exception error = new Exception();
        StackTraceElement[] stack = new StackTraceElement[100_000];
        for (int i = 0; i < stack.length; i++) {
            stack[i] = new StackTraceElement(i % 2 == 0 ? "tool.Deep" : "other.Deep", "call", "Deep.java", i);
        }
        error.setStackTrace(stack);

        assertThat(withMessages(error).get(0).frames()).hasSize(MOST_FRAMES);
        assertThat(withheld(error).get(0).frames()).hasSizeBetween(MOST_FRAMES, MOST_FRAMES + 1);
    }

    @Test
    void read_accessorsThatThrow_countAsEmpty() {
        List<Thrown> chain = withMessages(new HostileException());

        assertThat(chain).hasSize(1);
        assertThat(chain.get(0).type()).isEqualTo(HostileException.class.getName());
        assertThat(chain.get(0).message()).isEmpty();
        assertThat(chain.get(0).frames()).isEmpty();
    }

    @Test
    void read_stackThatIsNullOrHoldsNull_isEmpty() {
        assertThat(withMessages(new WithStack(null)).get(0).frames()).isEmpty();
        assertThat(withMessages(new WithStack(new StackTraceElement[1])).get(0).frames())
                .isEmpty();
        assertThat(withMessages(new Unwritable()).get(0).frames()).isEmpty();
    }

    @Test
    void read_nullMessage_isEmpty() {
        assertThat(withMessages(new Exception()).get(0).message()).isEmpty();
    }

    @Test
    void read_forOwner_redactsTheMessage() {
        String message = withMessages(new Exception("no mail to jane.doe@example.com"))
                .get(0)
                .message();

        assertThat(message).isEqualTo("no mail to <email>");
    }

    @Test
    void read_hugeMessage_isCut() {
        String message =
                withMessages(new Exception("word ".repeat(2_000_000))).get(0).message();

        assertThat(message.length()).isLessThan(70_000);
    }

    @Test
    void read_forMaintainer_holdsNeitherMessagesNorOthersFrames() {
        Exception error = new Exception("secret plan", new IOException("secret file"));
        StackTraceElement[] stack = {
            new StackTraceElement("customer.Secret", "secretMethod", "Secret.java", 1),
            new StackTraceElement("customer.Secret", "secretMethod", "Secret.java", 2),
            new StackTraceElement("tool.Part", "work", "/build/secret/Part.java", 3),
            new StackTraceElement("toolbox.Secret", "secretMethod", "Secret.java", 4)
        };
        error.setStackTrace(stack);

        List<Thrown> chain = withheld(error);

        assertThat(chain.toString()).doesNotContainIgnoringCase("secret");
        assertThat(chain).extracting(Thrown::message).containsOnly(ChainReader.WITHHELD);
        assertThat(chain.get(0).frames())
                .containsExactly(
                        new Frame(Frame.EXTERNAL, "", "", -1, 2),
                        new Frame("tool.Part", "work", "Part.java", 3, 1),
                        new Frame(Frame.EXTERNAL, "", "", -1, 1));
    }

    @Test
    void read_forOwner_namesAllFramesAndSaysWhichAreOwned() {
        Exception error = new Exception("x");
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "of", "List.java", 5),
            new StackTraceElement("tool.Part", "work", "Part.java", 3)
        });

        assertThat(withMessages(error).get(0).frames())
                .containsExactly(
                        new Frame("java.util.List", "of", "List.java", 5, 1, false),
                        new Frame("tool.Part", "work", "Part.java", 3, 1, true));
    }

    @Test
    void plain_controlCharactersAndLength_areRemoved() {
        String name = FrameReader.plain("tool.A\r\nfake: line\u001b[31m" + "x".repeat(1_000));

        assertThat(name).startsWith("tool.A??fake: line?[31m").hasSize(256);
    }

    private List<Thrown> withMessages(Throwable error) {
        return ChainReader.read(error, frames, new RealScrubber(), true, true);
    }

    private List<Thrown> withheld(Throwable error) {
        return ChainReader.read(error, frames, new RealScrubber(), false, false);
    }

    /** An exception with a stack that no runtime would give it. */
    private static final class WithStack extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient StackTraceElement[] stack;

        WithStack(StackTraceElement[] stack) {
            this.stack = stack;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return stack;
        }
    }

    /** An exception without a writable stack. */
    private static final class Unwritable extends Exception {
        private static final long serialVersionUID = 1L;

        Unwritable() {
            super("no stack", null, false, false);
        }
    }
}
