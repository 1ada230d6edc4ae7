package dev.candor.telemetry.core.internal.config;

/**
 * Reads the format of {@link java.util.Properties}, strictly: UTF-8, no key twice, no key without a separator, no escape
 * that is not whole. What it accepts means the same to both.
 */
final class PropertiesText {
    private final String text;
    private final Collected collected = new Collected();
    private int at;
    private int line = 1;

    private PropertiesText(String text) {
        this.text = text;
    }

    static Content parse(String text) throws RefusedException {
        return new PropertiesText(text).lines();
    }

    private Content lines() throws RefusedException {
        while (at < text.length()) {
            skipBlanks();
            if (at == text.length()) {
                break;
            }
            char first = text.charAt(at);
            if (first == '\n') {
                newLine();
            } else if (first == '#' || first == '!') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                pair();
            }
        }
        return collected.content();
    }

    private void pair() throws RefusedException {
        int start = line;
        String key = token(true);
        boolean separated = skipBlanks();
        if (text.startsWith("\\\n", at)) {
            throw new RefusedException("a key goes on in the next line", start);
        }
        if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
            at++;
            separated = true;
            skipBlanks();
        }
        if (!separated) {
            throw new RefusedException("a key has no value", start);
        }
        if (at == text.length()) {
            throw new RefusedException("it ends within a line", start);
        }
        collected.add(key, Entry.Kind.SCALAR, token(false), start);
    }

    private String token(boolean key) throws RefusedException {
        StringBuilder token = new StringBuilder();
        while (at < text.length()) {
            char each = text.charAt(at);
            if (each == '\n' || (key && (each == '=' || each == ':' || each == ' ' || each == '\t'))) {
                break;
            }
            if (key && text.startsWith("\\\n", at)) {
                break;
            }
            at++;
            if (each == '\\') {
                escape(token);
            } else {
                token.append(each);
            }
        }
        return token.toString();
    }

    private void escape(StringBuilder token) throws RefusedException {
        if (at == text.length()) {
            throw new RefusedException("it ends within a line", line);
        }
        char each = text.charAt(at);
        if (each == '\n') {
            newLine();
            skipBlanks();
            if (at == text.length()) {
                throw new RefusedException("it ends within a line", line);
            }
            return;
        }
        at++;
        switch (each) {
            case 't' -> token.append('\t');
            case 'n' -> token.append('\n');
            case 'r' -> token.append('\r');
            case 'f' -> token.append('\f');
            case 'u' -> token.append(unicode());
            default -> token.append(each);
        }
    }

    private char unicode() throws RefusedException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
            if (digit < 0) {
                throw new RefusedException("an escape is not whole", line);
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private void newLine() {
        at++;
        line++;
    }

    private boolean skipBlanks() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at > start;
    }
}
