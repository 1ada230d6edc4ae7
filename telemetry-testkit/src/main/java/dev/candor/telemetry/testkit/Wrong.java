package dev.candor.telemetry.testkit;

import java.util.List;

/** Values that a setting must refuse. */
final class Wrong {
    private Wrong() {}

    /** Wrong ones in the place of {@code value}, which is an address at {@code here}. */
    static List<String> addresses(String value, String here) {
        return List.of(
                "file:///etc/passwd",
                "jar:file:/tmp/a.jar!/",
                "ftp://127.0.0.1/",
                "not an address",
                "http://",
                "https://",
                "https://a b",
                "//" + here,
                value.substring(value.indexOf("//") + 2),
                value.replace(here, "169.254.169.254"),
                value.replace(here, "[fe80::1]"),
                value.replace(here, "[::ffff:169.254.169.254]"),
                value.replace(here, "2852039166"),
                value.replace(here, "0xa9.0xfe.0xa9.0xfe"),
                value.replace(here, "0.0.0.0"),
                value.replace(here, "receiver.example"),
                value.replace(here, "localhost@receiver.example"),
                value.replace(here, "127.0.0.1:0"),
                value.replace(here, "127.0.0.1:99999"),
                value.replace(here, "127.0.0.1:x"),
                value.replace(here, "r\u00e9ceiver.example"),
                value.replace(here, "127.0.0.1\r\nX-Evil: 1"),
                value.replace(here, "127.0.0.1\0"),
                value + "/" + "x".repeat(64 * 1024));
    }

    /** Wrong ones in the place of {@code value}, which is a key. */
    static List<String> secrets(String value) {
        return List.of(
                value + "\r\nX-Evil: 1",
                value + "\nX-Evil: 1",
                value + "\0",
                value + "\ud83d\ude00",
                value + "\u00e9",
                value.repeat(1 + (1 << 20) / value.length()));
    }

    /** What stands before the last @ of an address. */
    static String userInfo(String address) {
        return address.substring(address.indexOf("//") + 2, address.lastIndexOf('@'));
    }
}
