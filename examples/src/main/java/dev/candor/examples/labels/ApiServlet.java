package dev.candor.examples.labels;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** A part of the API that answers in JSON; its errors are told to the client and, by code and entity, to the maintainer. */
abstract class ApiServlet extends HttpServlet {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // nobody serializes the servlets of an embedded server
    private final RequestReports reports;

    ApiServlet(RequestReports reports) {
        this.reports = reports;
    }

    /** What to answer, as something that JSON can hold. */
    abstract Map<String, ?> answer(HttpServletRequest request) throws IOException, SQLException;

    RequestReports reports() {
        return reports;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            write(response, HttpServletResponse.SC_OK, answer(request));
        } catch (ApiError error) {
            reports.failed(request, error);
            write(response, error.status(), Map.of("code", error.code(), "entity", error.entity()));
        } catch (SQLException fault) {
            throw new ServletException(fault);
        }
    }

    static String user(HttpServletRequest request) {
        String user = request.getHeader("X-Labels-User");
        if (user == null || user.isBlank()) {
            throw new ApiError(HttpServletResponse.SC_UNAUTHORIZED, ApiError.UNAUTHORIZED, ApiError.USER);
        }
        return user;
    }

    private static void write(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
