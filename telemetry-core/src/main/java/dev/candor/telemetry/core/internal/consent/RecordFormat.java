package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The text form of a {@link RecordedAnswer}.
 *
 * <pre>
 * # What was answered about telemetry. Change it with the telemetry command: a changed file counts as no.
 * answer.usage=yes 2026-11-28T13:00:00Z 2 prompt
 * notice=2 2026-11-28T13:00:00Z terminal
 * config.no=5b1f0c9be2a1d3f4 runtime.loader_telemetry
 * check=1c291ca3
 * </pre>
 *
 * <p>The last line is the CRC-32 of every byte before it. A file that is not, byte for byte, what {@link #write} makes is
 * damaged, so no flipped bit and no truncation can make it say more than it said.
 */
public final class RecordFormat {
    private static final String HEAD =
            "# What was answered about telemetry. Change it with the telemetry command: a changed file counts as no.\n";
    private static final String CHECK = "check=";
    private static final String REMEMBERED = "config.no=";

    private RecordFormat() {}

    /** A file that is not a whole record, with the line of the first doubt (0 for the file as a whole). */
    public static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        DamagedException(int line, String problem) {
            super(problem);
            this.line = line;
        }

        /** The line, from 1; 0 for the file as a whole. */
        public int line() {
            return line;
        }
    }

    /** The bytes of the file. */
    public static byte[] write(RecordedAnswer record) {
        StringBuilder text = new StringBuilder(256).append(HEAD);
        for (Map.Entry<Purpose, Answer> each : record.answers().entrySet()) {
            Answer answer = each.getValue();
            text.append("answer.").append(word(each.getKey()));
            text.append(answer.yes() ? "=yes " : "=no ");
            Moments.append(text, answer.at());
            text.append(' ').append(answer.noticeVersion());
            text.append(' ').append(word(answer.how())).append('\n');
        }
        NoticeShown shown = record.notice().orElse(null);
        if (shown != null) {
            text.append("notice=").append(shown.version()).append(' ');
            Moments.append(text, shown.at());
            text.append(shown.onTerminal() ? " terminal\n" : " log\n");
        }
        for (RememberedNo each : record.remembered()) {
            text.append(REMEMBERED)
                    .append(each.file())
                    .append(' ')
                    .append(each.key())
                    .append('\n');
        }
        String checksum = checksum(text.toString());
        text.append(CHECK).append(checksum).append('\n');
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the file.
     *
     * @throws DamagedException when it is not, byte for byte, what {@link #write} makes
     */
    public static RecordedAnswer read(byte[] content) throws DamagedException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!isWhole(text)) {
            throw new DamagedException(0, "its checksum is missing or wrong");
        }
        if (!text.startsWith(HEAD)) {
            throw new DamagedException(1, "it was not written by this version");
        }
        RecordedAnswer record = lines(text, HEAD.length(), text.lastIndexOf(CHECK));
        if (!Arrays.equals(write(record), content)) {
            throw new DamagedException(0, "it is not in the order in which it was written");
        }
        return record;
    }

    /** Whether a file, one character a byte, ends with the checksum of what is before. */
    static boolean isWhole(String text) {
        int check = text.lastIndexOf(CHECK);
        return check >= 0
                && text.substring(check + CHECK.length())
                        .equals(checksum(text.substring(0, check)).concat("\n"));
    }

    private static RecordedAnswer lines(String text, int from, int end) throws DamagedException {
        Map<Purpose, Answer> answers = new TreeMap<>();
        SortedSet<RememberedNo> remembered = new TreeSet<>();
        NoticeShown notice = null;
        int line = 2;
        for (int at = from; at < end; line++) {
            int stop = text.indexOf('\n', at);
            String each = text.substring(at, stop);
            at = stop + 1;
            try {
                if (each.startsWith("answer.")) {
                    readAnswer(each, answers);
                } else if (each.startsWith("notice=") && notice == null) {
                    notice = readNotice(each);
                } else if (each.startsWith(REMEMBERED)) {
                    int space = require(each.indexOf(' '));
                    remembered.add(
                            new RememberedNo(each.substring(REMEMBERED.length(), space), each.substring(space + 1)));
                } else {
                    throw new DamagedException(line, "this line is not known");
                }
            } catch (IllegalArgumentException broken) {
                throw new DamagedException(line, "this line is not known");
            }
        }
        return new RecordedAnswer(answers, Optional.ofNullable(notice), remembered);
    }

    private static void readAnswer(String line, Map<Purpose, Answer> answers) {
        int equals = require(line.indexOf('='));
        Purpose purpose = purpose(line.substring("answer.".length(), equals));
        int first = require(line.indexOf(' ', equals));
        int second = require(line.indexOf(' ', first + 1));
        int third = require(line.indexOf(' ', second + 1));
        String word = line.substring(equals + 1, first);
        if (!word.equals("yes") && !word.equals("no")) {
            throw new IllegalArgumentException(word);
        }
        Instant at = Moments.read(line.substring(first + 1, second));
        int version = Integer.parseInt(line, second + 1, third, 10);
        Answer answer = new Answer(word.equals("yes"), at, version, how(line.substring(third + 1)));
        if (answers.put(purpose, answer) != null) {
            throw new IllegalArgumentException(line);
        }
    }

    private static NoticeShown readNotice(String line) {
        int first = require(line.indexOf(' '));
        int second = require(line.indexOf(' ', first + 1));
        String where = line.substring(second + 1);
        if (!where.equals("terminal") && !where.equals("log")) {
            throw new IllegalArgumentException(where);
        }
        int version = Integer.parseInt(line, "notice=".length(), first, 10);
        return new NoticeShown(version, Moments.read(line.substring(first + 1, second)), where.equals("terminal"));
    }

    private static int require(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("too short");
        }
        return index;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Purpose purpose(String word) {
        return require(exactly(Purpose.values(), word));
    }

    private static How how(String word) {
        return require(exactly(How.values(), word));
    }

    private static <T extends Enum<T>> @Nullable T exactly(T[] values, String word) {
        for (T each : values) {
            if (word(each).equals(word)) {
                return each;
            }
        }
        return null;
    }

    private static <T> T require(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("unknown word");
        }
        return value;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        String hex = Long.toHexString(crc.getValue());
        return "00000000".substring(hex.length()).concat(hex);
    }
}
