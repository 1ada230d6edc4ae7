package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules.Format;
import org.jspecify.annotations.Nullable;

/**
 * Turns a file's bytes into entries, or refuses.
 *
 * <p>Size, encoding and depth are checked first. Then a scan reads plain files without loading a parser; whatever it does
 * not fully understand goes to the parser of the format.
 */
public final class ConfigText {
    private ConfigText() {}

    /** What the bytes say. Never throws. */
    public static Content read(Format format, byte[] content) {
        try {
            String text = decode(format, content);
            Content plain = scan(format, text);
            Content whole = plain != null ? plain : parse(format, text);
            boolean ended = format == Format.JSON || text.endsWith("\n");
            return ended || !(whole instanceof Content.Entries entries)
                    ? whole
                    : new Content.Entries(entries.all(), false);
        } catch (RefusedException refused) {
            return refused.content();
        }
    }

    /** What the scan alone says; null where a parser has to read it. */
    public static @Nullable Content readPlain(Format format, byte[] content) {
        try {
            return scan(format, decode(format, content));
        } catch (RefusedException refused) {
            return null;
        }
    }

    /** What the parser alone says; the scan must never say anything else. */
    static Content readByParser(Format format, byte[] content) {
        try {
            return parse(format, decode(format, content));
        } catch (RefusedException refused) {
            return refused.content();
        }
    }

    private static String decode(Format format, byte[] content) throws RefusedException {
        String text = TextCheck.decode(content);
        if (format == Format.YAML) {
            PlainYaml.requireEnd(text);
        }
        return text;
    }

    private static @Nullable Content scan(Format format, String text) throws RefusedException {
        // Not a switch: it would cost a class of its own on the path of every short command.
        if (format == Format.TOML) {
            return new PlainToml(text).scan();
        }
        return format == Format.YAML ? new PlainYaml(text).scan() : null;
    }

    private static Content parse(Format format, String text) throws RefusedException {
        DepthCheck.check(format, text);
        try {
            if (format == Format.TOML) {
                return TomlText.parse(text);
            } else if (format == Format.YAML) {
                return YamlText.parse(text);
            }
            return format == Format.JSON ? JsonText.parse(text) : PropertiesText.parse(text);
        } catch (StackOverflowError tooDeep) {
            // The depth check counts as the format does; a parser that still overflows has met something it missed.
            throw new RefusedException("it is nested too deeply", 0);
        } catch (RuntimeException | LinkageError broken) {
            throw new RefusedException("it cannot be parsed as ".concat(format.extension()), 0);
        }
    }
}
