package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A program that posts so many times to an address, prints each answer, and ends without closing anything. */
final class PostingProgram {
    private PostingProgram() {}

    /** Arguments: address, count, milliseconds for each; and {@code patient} to post again what a stuck one held back. */
    public static void main(String[] args) throws Exception {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                System.out.println("asked for the password of a " + getRequestorType());
                return new PasswordAuthentication("user", "password".toCharArray());
            }
        });
        Endpoint endpoint = Endpoint.of(new SettingValue("x", args[0], "code"), true);
        HttpPost http =
                new HttpPost(Receipts.none(), Limits.standard().within(Duration.ofMillis(Long.parseLong(args[2]))));
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            HttpAnswer answer = http.send(post(endpoint));
            while (args.length > 3 && answer.toString().startsWith("the post before")) {
                Thread.onSpinWait();
                answer = http.send(post(endpoint));
            }
            System.out.println("answer " + answer + " of " + answer.body().length);
        }
    }

    private static Post post(Endpoint endpoint) {
        return Post.to(endpoint).body("hello".getBytes(StandardCharsets.UTF_8));
    }
}
