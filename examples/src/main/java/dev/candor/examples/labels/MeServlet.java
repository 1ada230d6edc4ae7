package dev.candor.examples.labels;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** {@code /api/me}: who the server takes the caller for. */
final class MeServlet extends ApiServlet {
    private static final long serialVersionUID = 1L;

    MeServlet(RequestReports reports) {
        super(reports);
    }

    @Override
    Map<String, ?> answer(HttpServletRequest request) {
        String user = user(request);
        reports().me(request, user);
        return Map.of("username", user);
    }
}
