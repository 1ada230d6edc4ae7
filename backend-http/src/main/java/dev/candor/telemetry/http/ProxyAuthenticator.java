package dev.candor.telemetry.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/** Asks the program's own authenticator for a proxy's password, and never for a server's: that question is not for the program's user. */
final class ProxyAuthenticator extends Authenticator {

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        Authenticator program = Authenticator.getDefault();
        if (program == null || getRequestorType() != RequestorType.PROXY) {
            return null;
        }
        return Authenticator.requestPasswordAuthentication(
                program,
                getRequestingHost(),
                getRequestingSite(),
                getRequestingPort(),
                getRequestingProtocol(),
                getRequestingPrompt(),
                getRequestingScheme(),
                getRequestingURL(),
                getRequestorType());
    }
}
