package dev.candor.telemetry.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** An application with filters in a given order and a servlet for each thing that can become of a request. */
final class Application implements Consumer<ServletContext> {
    private static final int MANY = 10_000;
    private static final int LONG_MILLIS = 60_000;
    /** So long that the servlet has returned: Jetty 12.1 may never answer where it has not, with this filter or without any. */
    private static final int SHORT_MILLIS = 100;

    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, Answer> servlets = new LinkedHashMap<>();

    Application() {
        on("/plain/*", (request, response) -> response.getWriter().write("plain"));
        on("/items/*", (request, response) -> response.getWriter().write("item"));
        on("/oops", (request, response) -> response.getWriter().write("the page for errors"));
        on("/missing", (request, response) -> response.sendError(HttpServletResponse.SC_NOT_FOUND));
        on("/broken", (request, response) -> {
            throw new IllegalStateException("broken");
        });
        on("/checked", (request, response) -> {
            throw new ServletException("wrapped", new IOException("no disk"));
        });
        on("/unavailable", (request, response) -> {
            throw new UnavailableException("not now", 1);
        });
        on(
                "/forward",
                (request, response) ->
                        request.getRequestDispatcher("/plain/forwarded").forward(request, response));
        on(
                "/include",
                (request, response) ->
                        request.getRequestDispatcher("/plain/included").include(request, response));
        on("/stream", Application::stream);
        on(
                "/async/complete",
                (request, response) -> later(request, context -> {
                    response.setStatus(HttpServletResponse.SC_ACCEPTED);
                    context.complete();
                }));
        on("/async/dispatch", (request, response) -> later(request, context -> context.dispatch("/plain/later")));
        on("/async/broken", (request, response) -> later(request, context -> context.dispatch("/broken")));
        on("/async/late", (request, response) -> request.startAsync().setTimeout(SHORT_MILLIS));
        on("/async/at-once", (request, response) -> request.startAsync().complete());
    }

    /** What answers. */
    interface Answer {
        void to(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    Application on(String pattern, Answer answer) {
        servlets.put(pattern, answer);
        return this;
    }

    /** Adds a filter behind those that are there, for every kind of dispatch. */
    Application behind(Filter filter) {
        filters.put("filter" + filters.size(), filter);
        return this;
    }

    @Override
    public void accept(ServletContext context) {
        filters.forEach((name, filter) -> {
            FilterRegistration.Dynamic added = context.addFilter(name, filter);
            added.setAsyncSupported(true);
            added.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
        });
        servlets.forEach((pattern, answer) -> {
            ServletRegistration.Dynamic added = context.addServlet(pattern, new AnswerServlet(answer));
            added.setAsyncSupported(true);
            added.addMapping(pattern);
        });
    }

    private static void later(HttpServletRequest request, Consumer<AsyncContext> then) {
        AsyncContext context = request.startAsync();
        context.setTimeout(LONG_MILLIS);
        context.start(() -> then.accept(context));
    }

    /** Writes until the client has gone. */
    private static void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] much = new byte[64 * 1024];
        for (int i = 0; i < MANY; i++) {
            response.getOutputStream().write(much);
            response.flushBuffer();
        }
    }

    private static final class AnswerServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        AnswerServlet(Answer answer) {
            this.answer = answer;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            answer.to(request, response);
        }
    }
}
