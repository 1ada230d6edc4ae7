package dev.candor.telemetry.core.internal.consent;

/**
 * A no that was seen in a config file.
 *
 * @param file stands for the file's path, which would name a project where it need not: 16 hexadecimal digits
 * @param key the key that said it, with anything but letters, digits, {@code _}, {@code -} and {@code .} escaped; {@link #ALL}
 *     for more keys than are kept
 */
public record RememberedNo(String file, String key) implements Comparable<RememberedNo> {

    /** Instead of a key: the file said no in so many ways that only the telemetry command takes it back. */
    public static final String ALL = "*";

    private static final int LONGEST_KEY = 200;

    static RememberedNo of(String place, String key) {
        return new RememberedNo(fileOf(place), keyOf(key));
    }

    /** FNV-1a with 64 bits: two files that share it are both off until somebody says yes, no more. */
    static String fileOf(String place) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < place.length(); i++) {
            hash = (hash ^ place.charAt(i)) * 0x100000001b3L;
        }
        String hex = Long.toHexString(hash);
        return "0000000000000000".substring(hex.length()).concat(hex);
    }

    static String keyOf(String key) {
        StringBuilder plain = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char each = key.charAt(i);
            boolean usual = (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= '0' && each <= '9')
                    || each == '_'
                    || each == '-'
                    || each == '.';
            if (usual) {
                plain.append(each);
            } else {
                plain.append('%').append(Integer.toHexString(each)).append(';');
            }
        }
        return plain.length() > LONGEST_KEY ? ALL : plain.toString();
    }

    @Override
    public int compareTo(RememberedNo other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : key.compareTo(other.key);
    }
}
