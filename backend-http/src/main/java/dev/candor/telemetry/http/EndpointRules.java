package dev.candor.telemetry.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an address must be like. */
final class EndpointRules {
    private static final int LONGEST = 2048;

    private EndpointRules() {}

    static URI check(String written, boolean plainHttp) throws Refused {
        if (written.isEmpty() || written.length() > LONGEST) {
            throw new Refused(written.isEmpty() ? "is empty" : "is longer than " + LONGEST + " characters");
        }
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                throw new Refused("holds white space or a control character");
            }
            if (c > 0x7f) {
                throw new Refused("holds a character that is not ASCII; write the host in its xn-- form");
            }
        }
        URI uri = parse(written);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Refused("is not an http or https URL");
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw new Refused("names no host");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new Refused("has a port that does not exist");
        }
        if (uri.getRawFragment() != null) {
            throw new Refused("has a fragment");
        }
        boolean loopback = checkHost(host);
        if (scheme.equals("http") && !loopback && !plainHttp) {
            throw new Refused("is plain http to another machine; use https");
        }
        return uri;
    }

    private static URI parse(String written) throws Refused {
        try {
            return new URI(written);
        } catch (URISyntaxException notUri) {
            throw new Refused("is not a URL");
        }
    }

    /** Whether the host is this machine. */
    private static boolean checkHost(String host) throws Refused {
        InetAddress address = literal(host);
        if (address == null) {
            return host.equalsIgnoreCase("localhost");
        }
        if (address.isLinkLocalAddress()) {
            throw new Refused("is a link-local address");
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new Refused("is not the address of one machine");
        }
        return address.isLoopbackAddress();
    }

    /** The address that is written in digits, or null for a name. Nothing is looked up. */
    private static @Nullable InetAddress literal(String host) throws Refused {
        boolean six = host.startsWith("[");
        char lastLabel = host.charAt(host.lastIndexOf('.', host.length() - 2) + 1);
        // A last label that begins with a digit is a number to some resolvers: 2852039166 and 0xa9.0xfe.0xa9.0xfe are
        // 169.254.169.254.
        if (!six && !(lastLabel >= '0' && lastLabel <= '9')) {
            return null;
        }
        if (!six && !dottedQuad(host)) {
            throw new Refused("names a host by a number that is not a dotted quad");
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException notAnAddress) {
            throw new Refused("names no host");
        }
    }

    private static boolean dottedQuad(String host) {
        String[] parts = host.split("\\.", -1);
        boolean all = parts.length == 4;
        for (String part : parts) {
            boolean plain = !part.isEmpty() && part.length() <= 3 && (part.length() == 1 || part.charAt(0) != '0');
            for (int i = 0; plain && i < part.length(); i++) {
                plain = part.charAt(i) >= '0' && part.charAt(i) <= '9';
            }
            all = all && plain && Integer.parseInt(part) <= 255;
        }
        return all;
    }

    /** The address is not one to post to. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String problem;

        Refused(String problem) {
            super(problem);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }
}
