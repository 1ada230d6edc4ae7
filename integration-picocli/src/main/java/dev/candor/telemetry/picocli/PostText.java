package dev.candor.telemetry.picocli;

import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.spi.Payload;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Posts as text: bodies as they are where they are text, else in Base64. */
final class PostText {
    private PostText() {}

    static void print(List<Control.Shown> all, PrintWriter out) {
        if (all.isEmpty()) {
            out.println("Nothing may be sent.");
        }
        for (Control.Shown shown : all) {
            out.println("# " + shown.destination());
            if (!shown.problem().isEmpty()) {
                out.println(shown.problem());
            } else if (shown.payloads().isEmpty()) {
                out.println("nothing is waiting");
            }
            for (Payload payload : shown.payloads()) {
                print(payload, out);
            }
        }
    }

    static void printReceipts(List<Control.Receipt> receipts, PrintWriter out) {
        if (receipts.isEmpty()) {
            out.println("Nothing was posted.");
        }
        for (Control.Receipt receipt : receipts) {
            out.println("# " + receipt.time() + " " + receipt.destination() + " POST " + receipt.url() + " -> "
                    + receipt.answer() + " (" + receipt.bytes() + " bytes)");
            out.println(receipt.body());
        }
    }

    private static void print(Payload payload, PrintWriter out) {
        out.println("POST " + payload.url());
        for (Map.Entry<String, String> header : new TreeMap<>(payload.headers()).entrySet()) {
            out.println(header.getKey() + ": " + header.getValue());
        }
        out.println();
        out.println(text(payload.body()));
        out.println();
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException binary) {
            return "base64:" + Base64.getEncoder().encodeToString(body);
        }
    }
}
